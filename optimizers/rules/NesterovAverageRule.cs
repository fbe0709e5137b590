using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Momentum as an average, with a look-ahead, left in the place of the weights: B = b * B + (1 - b) * d in the first slot, w = b * B + (1 - b) * d, with d = sign * g.
/// </summary>
public readonly struct NesterovAverageRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T momentum = c[1], taken = (T.One - momentum) * c[0] * g;
        s.S0 = T.MultiplyAdd(momentum, s.S0, taken);
        w = T.MultiplyAdd(momentum, s.S0, taken);
    }
}
