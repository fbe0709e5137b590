using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The second half of <see cref="Adan"/>, with d = sign * g: m = b1 * m + (1 - b1) * d; w = shrink * (w - (rate1 * m + rate2 * v) / (sqrt(n * unbias) + epsilon)),
/// where shrink = 1 / (1 + lr * decay).
/// </summary>
public readonly struct AdanRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T shrink = c[3], b1 = c[4], rate1 = c[8], rate2 = c[9], unbias = c[10], epsilon = c[11];
        s.S0 = T.MultiplyAdd(b1, s.S0, (T.One - b1) * c[0] * g);
        w = shrink * (w - T.MultiplyAdd(rate1, s.S0, rate2 * s.S1) / (T.Sqrt(s.S2 * unbias) + epsilon));
    }
}
