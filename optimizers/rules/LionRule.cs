using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Lion (Chen et al. 2023), d being the direction of <see cref="Descent"/>: u = sign(b1 * m + (1 - b1) * d); m = b2 * m + (1 - b2) * d;
/// w = keep * w - lr * u. The sign of 0 is 0.
/// </summary>
public readonly struct LionRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b1 = c[3], intake1 = c[4], b2 = c[5], intake2 = c[6], rate = c[7];
        T d = Descent.Direction(in c, w, g), u = T.MultiplyAdd(b1, s.S0, intake1 * d);
        T sign = T.Select(u > T.Zero, T.One, T.Select(u < T.Zero, -T.One, u));
        s.S0 = T.MultiplyAdd(b2, s.S0, intake2 * d);
        w = Descent.Kept(in c, w) - rate * sign;
    }
}
