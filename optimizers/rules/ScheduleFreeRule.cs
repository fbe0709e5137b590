using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Schedule-free SGD (Defazio et al. 2024) over y, with o = z - y in the first slot, u the direction of <see cref="Descent"/> and share that of z in the average:
/// y = y + share * o - lr * (1 - b * (1 - share)) * u; o = (1 - share) * (o - lr * b * u). This is z = z - lr * u and x = (1 - share) * x + share * z, written for
/// the two tensors that are kept.
/// </summary>
public readonly struct ScheduleFreeRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T u = Descent.Direction(in c, w, g);
        ScheduleFreeMove.Apply(in c, ref w, u, ref s);
    }
}
