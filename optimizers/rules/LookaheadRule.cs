using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>The look ahead of <see cref="Lookahead"/>, with the slow weights in the first slot: s = s + alpha * (w - s); w = s.</summary>
public readonly struct LookaheadRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        s.S0 = T.MultiplyAdd(c[0], w - s.S0, s.S0);
        w = s.S0;
    }
}
