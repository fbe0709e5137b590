using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The direction of LAMB (You et al. 2020), left in the third slot, with m and v the <see cref="Moments"/> of the gradient alone:
/// u = m * unbias1 / (sqrt(v * unbias2) + epsilon) + decay * w. The weights stay where they are.
/// </summary>
public readonly struct LambDirectionRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T unbias1 = c[7], unbias2 = c[8], epsilon = c[9], decay = c[10];
        Moments.Follow(in c, c[0] * g, ref s);
        s.S2 = T.MultiplyAdd(decay, w, s.S0 * unbias1 / (T.Sqrt(s.S1 * unbias2) + epsilon));
    }
}
