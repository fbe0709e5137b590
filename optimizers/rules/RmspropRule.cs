using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// RMSprop (Tieleman and Hinton 2012) with momentum, d being the direction of <see cref="Descent"/>: v = alpha * v + (1 - alpha) * d²;
/// b = momentum * b + d / (sqrt(v) + epsilon); w = keep * w - rate * b.
/// </summary>
public readonly struct RmspropRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T alpha = c[3], intake = c[4], momentum = c[5], rate = c[6], epsilon = c[7];
        T d = Descent.Direction(in c, w, g);
        s.S0 = T.MultiplyAdd(alpha, s.S0, intake * d * d);
        s.S1 = T.MultiplyAdd(momentum, s.S1, d / (T.Sqrt(s.S0) + epsilon));
        w = Descent.Kept(in c, w) - rate * s.S1;
    }
}
