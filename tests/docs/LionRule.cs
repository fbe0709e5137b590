using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>The update rule that README.md writes: Lion (Chen et al. 2023), which moves every weight by the same distance.</summary>
public readonly struct LionRule : IUpdateRule
{
    public static int Slots => 1;

    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T rate = c[0], keep = c[1], b1 = c[2], b2 = c[3];
        T mixed = b1 * s.S0 + (T.One - b1) * g;
        T sign = T.Select(mixed > T.Zero, T.One, T.Select(mixed < T.Zero, -T.One, T.Zero));
        w = keep * w - rate * sign;
        s.S0 = b2 * s.S0 + (T.One - b2) * g;
    }
}
