using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>w = keep * w - rate * (g + decay * w). Coefficients: signed rate, keep, rate * decay.</summary>
public readonly struct GradientDescentRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[0], keep = c[1], decay = c[2];
        w = keep * w - (rate * g + decay * w);
    }
}
