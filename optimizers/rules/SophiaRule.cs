using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The step of <see cref="Sophia"/>, with d the direction of <see cref="Descent"/> and h in the second slot: m = b1 * m + (1 - b1) * d;
/// w = keep * w - rate * clip(m / max(gamma * h, epsilon), 1).
/// </summary>
public readonly struct SophiaRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b1 = c[3], rate = c[4], gamma = c[5], epsilon = c[6];
        s.S0 = T.MultiplyAdd(b1, s.S0, (T.One - b1) * Descent.Direction(in c, w, g));
        T ratio = s.S0 / T.Max(gamma * s.S1, epsilon);
        w = Descent.Kept(in c, w) - rate * T.Max(-T.One, T.Min(T.One, ratio));
    }
}
