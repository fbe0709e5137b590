using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adadelta (Zeiler 2012), d being the direction of <see cref="Descent"/>: v = rho * v + (1 - rho) * d²;
/// x = d * sqrt(a + epsilon) / sqrt(v + epsilon); a = rho * a + (1 - rho) * x²; w = keep * w - rate * x. The paper has no rate; 1 is its form.
/// </summary>
public readonly struct AdadeltaRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rho = c[3], intake = c[4], rate = c[5], epsilon = c[6];
        T d = Descent.Direction(in c, w, g);
        s.S0 = T.MultiplyAdd(rho, s.S0, intake * d * d);
        T x = d * T.Sqrt(s.S1 + epsilon) / T.Sqrt(s.S0 + epsilon);
        s.S1 = T.MultiplyAdd(rho, s.S1, intake * x * x);
        w = Descent.Kept(in c, w) - rate * x;
    }
}
