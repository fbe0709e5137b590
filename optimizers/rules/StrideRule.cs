using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>w = keep * w - rate * g, where g is a direction that was computed before.</summary>
public readonly struct StrideRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T> =>
        w = T.MultiplyAdd(c[1], w, -(c[0] * g));
}
