using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015), with m and v the <see cref="Moments"/>: w = keep * w - rate * m / (sqrt(v * unbias) + epsilon),
/// where rate = lr / (1 - b1^t) and unbias = 1 / (1 - b2^t).
/// </summary>
public readonly struct AdamRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[7], unbias = c[8], epsilon = c[9];
        Moments.Follow(in c, Descent.Direction(in c, w, g), ref s);
        w = Descent.Kept(in c, w) - rate * s.S0 / (T.Sqrt(s.S1 * unbias) + epsilon);
    }
}
