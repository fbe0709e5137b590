using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The move of <see cref="Prodigy"/>, with m in the place of the gradient and v in the first slot: w = keep * w - rate * m / (sqrt(v) + epsilon), and the way from
/// the first weights in the second slot.
/// </summary>
public readonly struct ProdigyMoveRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[0], keep = c[1], epsilon = c[2];
        T before = w, denominator = T.Sqrt(s.S0) + epsilon;
        // Where no gradient has been, both are 0.
        w = keep * w - T.Select(denominator > T.Zero, rate * g / denominator, T.Zero);
        s.S1 += w - before;
    }
}
