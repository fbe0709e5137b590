using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adam with Nesterov's look-ahead (Dozat 2016), with m and v the <see cref="Moments"/>:
/// w = keep * w - (direct * d + along * m) / (sqrt(v * unbias) + epsilon). With the momenta mu_t of <see cref="NAdamOptions"/>
/// direct = lr (1 - mu_t) / (1 - mu_1 ... mu_t), along = lr mu_{t+1} / (1 - mu_1 ... mu_{t+1}) and unbias = 1 / (1 - b2^t).
/// </summary>
public readonly struct NAdamRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T direct = c[7], along = c[8], unbias = c[9], epsilon = c[10];
        T d = Descent.Direction(in c, w, g);
        Moments.Follow(in c, d, ref s);
        w = Descent.Kept(in c, w) - T.MultiplyAdd(direct, d, along * s.S0) / (T.Sqrt(s.S1 * unbias) + epsilon);
    }
}
