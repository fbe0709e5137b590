using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Rectified Adam (Liu et al. 2020), with m and v the <see cref="Moments"/>: w = keep * w - rate * m / (scale * sqrt(v) + shift).
/// While v rests on too few gradients, scale is 0 and shift 1, which is plain momentum; then scale is 1 and shift epsilon.
/// </summary>
public readonly struct RAdamRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[7], scale = c[8], shift = c[9];
        Moments.Follow(in c, Descent.Direction(in c, w, g), ref s);
        w = Descent.Kept(in c, w) - rate * s.S0 / T.MultiplyAdd(scale, T.Sqrt(s.S1), shift);
    }
}
