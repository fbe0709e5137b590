using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015): d = sign * g + decay * w; m = b1 * m + (1 - b1) * d; v = b2 * v + (1 - b2) * d²;
/// w = keep * w - rate * m / (sqrt(v * unbias) + epsilon), with rate = lr / (1 - b1^t) and unbias = 1 / (1 - b2^t).
/// </summary>
public readonly struct AdamRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T sign = c[0], decay = c[1], b1 = c[2], intake1 = c[3], b2 = c[4], intake2 = c[5], keep = c[6], rate = c[7], unbias = c[8], epsilon = c[9];
        T d = T.MultiplyAdd(decay, w, sign * g);
        s.S0 = T.MultiplyAdd(b1, s.S0, intake1 * d);
        s.S1 = T.MultiplyAdd(b2, s.S1, intake2 * d * d);
        w = keep * w - rate * s.S0 / (T.Sqrt(s.S1 * unbias) + epsilon);
    }
}
