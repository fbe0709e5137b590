using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adam under the infinity norm (Kingma and Ba 2015, section 7.1), d being the direction of <see cref="Descent"/>: m = b1 * m + (1 - b1) * d;
/// u = max(b2 * u, |d| + epsilon); w = keep * w - rate * m / u, with rate = lr / (1 - b1^t). Epsilon is PyTorch's addition.
/// </summary>
public readonly struct AdamaxRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T b1 = c[3], intake = c[4], b2 = c[5], rate = c[6], epsilon = c[7];
        T d = Descent.Direction(in c, w, g);
        s.S0 = T.MultiplyAdd(b1, s.S0, intake * d);
        s.S1 = T.Max(b2 * s.S1, T.Abs(d) + epsilon);
        w = Descent.Kept(in c, w) - rate * s.S0 / s.S1;
    }
}
