using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer 2011), d being the direction of <see cref="Descent"/>: a = a + d²;
/// w = keep * w - rate * d / (sqrt(a) + epsilon), with rate = lr / (1 + (t - 1) * decay of the rate).
/// </summary>
public readonly struct AdagradRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[3], epsilon = c[4];
        T d = Descent.Direction(in c, w, g);
        s.S0 = T.MultiplyAdd(d, d, s.S0);
        w = Descent.Kept(in c, w) - rate * d / (T.Sqrt(s.S0) + epsilon);
    }
}
