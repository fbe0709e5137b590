using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// RMSprop with the variance in place of the second moment (Graves 2013), d being the direction of <see cref="Descent"/>:
/// v = alpha * v + (1 - alpha) * d²; m = alpha * m + (1 - alpha) * d; b = momentum * b + d / (sqrt(v - m²) + epsilon); w = keep * w - rate * b.
/// Where rounding takes the variance below 0, it counts as 0.
/// </summary>
public readonly struct CenteredRmspropRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T alpha = c[3], intake = c[4], momentum = c[5], rate = c[6], epsilon = c[7];
        T d = Descent.Direction(in c, w, g);
        s.S0 = T.MultiplyAdd(alpha, s.S0, intake * d * d);
        s.S2 = T.MultiplyAdd(alpha, s.S2, intake * d);
        T variance = T.Max(s.S0 - s.S2 * s.S2, T.Zero);
        s.S1 = T.MultiplyAdd(momentum, s.S1, d / (T.Sqrt(variance) + epsilon));
        w = Descent.Kept(in c, w) - rate * s.S1;
    }
}
