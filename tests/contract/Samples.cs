using System.Collections.Concurrent;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>Test data by address: the same on every machine and in every order.</summary>
internal static class Samples
{
    /// <summary>Zeros of both signs, the infinities, NaN, and the places where naive formulas cancel, underflow or overflow in float.</summary>
    public static readonly double[] Special =
        [0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-8, -1e-8, 0.5, -0.5, 2.2, -2.2, 20, -20, 89, -89, 1e4, -1e4];

    // The contract asks for the same numbers thousands of times.
    private static readonly ConcurrentDictionary<int, double[]> Drawn = new();

    /// <summary>Evenly distributed numbers.</summary>
    public static double[] Uniform(int seed, int length, double low = -1, double high = 1)
    {
        double[] units = Drawn.AddOrUpdate(seed, _ => Draw(seed, length), (_, drawn) => drawn.Length < length ? Draw(seed, length) : drawn);
        var values = new double[length];
        for (int i = 0; i < length; i++) values[i] = low + (high - low) * units[i];
        return values;
    }

    /// <summary>Multiples of 1/4 from -2 to 2: exact in every type, with many ties and zeros.</summary>
    public static double[] Grid(int seed, int length) => [.. Uniform(seed, length, -8, 8).Select(x => Math.Round(x) / 4)];

    /// <summary>Integers from 0 to below the bound.</summary>
    public static int[] Below(int bound, int seed, int length) => [.. Uniform(seed, length, 0, bound).Select(x => (int)x)];

    /// <summary>All orders of three numbers.</summary>
    public static IEnumerable<(int A, int B, int C)> Orders(int a, int b, int c) =>
        [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)];

    private static double[] Draw(int seed, int length)
    {
        var stream = new RandomStream((ulong)seed);
        return [.. Enumerable.Range(0, length).Select(i => stream.Uniform((ulong)i))];
    }
}
