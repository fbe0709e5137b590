using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The first half of <see cref="Adan"/>, over the last gradient p in the place of the weights, with d = sign * g and the change e = follow * (d - p):
/// v = b2 * v + (1 - b2) * e in the second slot; n = b3 * n + (1 - b3) * (d + b2 * e)² in the third; p = d.
/// </summary>
public readonly struct AdanChangeRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b2 = c[5], b3 = c[6], follow = c[7];
        T d = c[0] * g, change = follow * (d - w), ahead = T.MultiplyAdd(b2, change, d);
        s.S1 = T.MultiplyAdd(b2, s.S1, (T.One - b2) * change);
        s.S2 = T.MultiplyAdd(b3, s.S2, (T.One - b3) * ahead * ahead);
        w = d;
    }
}
