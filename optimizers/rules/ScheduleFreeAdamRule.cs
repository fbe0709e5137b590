using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Schedule-free AdamW (Defazio et al. 2024): <see cref="ScheduleFreeRule"/> along u = d / (sqrt(v * unbias) + epsilon) + decay * y, with d = sign * g and
/// v = b2 * v + (1 - b2) * d² in the second slot.
/// </summary>
public readonly struct ScheduleFreeAdamRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b2 = c[6], unbias = c[7], epsilon = c[8], decay = c[9];
        T d = c[0] * g;
        s.S1 = T.MultiplyAdd(b2, s.S1, (T.One - b2) * d * d);
        ScheduleFreeMove.Apply(in c, ref w, T.MultiplyAdd(decay, w, d / (T.Sqrt(s.S1 * unbias) + epsilon)), ref s);
    }
}
