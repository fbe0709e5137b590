using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>w = b * w + (1 - b) * g: a moving average in the place of the weights.</summary>
public readonly struct AverageRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        w = T.MultiplyAdd(c[0], w, (T.One - c[0]) * g);
    }
}
