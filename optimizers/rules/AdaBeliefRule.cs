using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// AdaBelief (Zhuang et al. 2020), d being the direction of <see cref="Descent"/>: m = b1 * m + (1 - b1) * d;
/// s = b2 * s + (1 - b2) * (d - m)² + epsilon; w = keep * w - rate * m / (sqrt(s * unbias) + epsilon), where rate = lr / (1 - b1^t) and
/// unbias = 1 / (1 - b2^t). Epsilon stands in both places, as in the paper.
/// </summary>
public readonly struct AdaBeliefRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b1 = c[3], intake1 = c[4], b2 = c[5], intake2 = c[6], rate = c[7], unbias = c[8], epsilon = c[9];
        T d = Descent.Direction(in c, w, g);
        s.S0 = T.MultiplyAdd(b1, s.S0, intake1 * d);
        T surprise = d - s.S0;
        s.S1 = T.MultiplyAdd(b2, s.S1, T.MultiplyAdd(intake2 * surprise, surprise, epsilon));
        w = Descent.Kept(in c, w) - rate * s.S0 / (T.Sqrt(s.S1 * unbias) + epsilon);
    }
}
