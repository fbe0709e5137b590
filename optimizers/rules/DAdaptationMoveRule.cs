using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>The move of <see cref="DAdaptation"/>, with m in the place of the gradient and v in the first slot: w = keep * w - m / (sqrt(v) + epsilon).</summary>
public readonly struct DAdaptationMoveRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        w = c[0] * w - g / (T.Sqrt(s.S0) + c[1]);
    }
}
