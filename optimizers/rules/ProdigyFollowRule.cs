using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The averages of <see cref="Prodigy"/>, over s in the place of the weights: m = b1 * m + (1 - b1) * e and v = b2 * v + (1 - b2) * e² with e = d * g;
/// s = b3 * s + weight * g.
/// </summary>
public readonly struct ProdigyFollowRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b1 = c[1], b2 = c[2], b3 = c[3], weight = c[4], e = c[0] * g;
        s.S0 = T.MultiplyAdd(b1, s.S0, (T.One - b1) * e);
        s.S1 = T.MultiplyAdd(b2, s.S1, (T.One - b2) * e * e);
        w = T.MultiplyAdd(b3, w, weight * g);
    }
}
