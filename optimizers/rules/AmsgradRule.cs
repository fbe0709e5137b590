using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adam with a second moment that never falls (Reddi, Kale and Kumar 2018), with m and v the <see cref="Moments"/>: u = max(u, v);
/// w = keep * w - rate * m / (sqrt(u * unbias) + epsilon). The largest v is kept without its bias correction (PyTorch's convention).
/// </summary>
public readonly struct AmsgradRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[7], unbias = c[8], epsilon = c[9];
        Moments.Follow(in c, Descent.Direction(in c, w, g), ref s);
        s.S2 = T.Max(s.S2, s.S1);
        w = Descent.Kept(in c, w) - rate * s.S0 / (T.Sqrt(s.S2 * unbias) + epsilon);
    }
}
