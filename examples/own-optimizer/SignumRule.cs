using Catapult.Kernels;

namespace OwnOptimizer;

/// <summary>Signum (Bernstein et al. 2018), which moves every weight by the same distance, against the sign of its momentum.</summary>
public readonly struct SignumRule : IUpdateRule
{
    public static int Slots => 1;

    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[0], keep = c[1], beta = c[2];
        s.S0 = beta * s.S0 + (T.One - beta) * g;
        T sign = T.Select(s.S0 > T.Zero, T.One, T.Select(s.S0 < T.Zero, -T.One, T.Zero));
        w = keep * w - rate * sign;
    }
}
