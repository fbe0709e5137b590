using Catapult.Kernels;
using FsCheck;
using FsCheck.Fluent;

namespace Catapult.Tests;

/// <summary>Shapes for properties: small, of every rank from 0 to 5, with extents of 0 and 1 among them.</summary>
internal static class DrawnShapes
{
    private const int HighestRank = 5;

    private const int LargestExtent = 5;

    /// <summary>Any shape.</summary>
    public static Arbitrary<Shape> Shapes() => Drawn(random => new Shape(Extents(random, HighestRank, LargestExtent)));

    /// <summary>Two shapes that broadcast together.</summary>
    public static Arbitrary<(Shape A, Shape B)> Pairs() => Drawn(random =>
    {
        int[] whole = Extents(random, HighestRank, LargestExtent);
        return (Stretched(random, whole), Stretched(random, whole));
    });

    /// <summary>Three shapes of few extents, which broadcast together about as often as they do not.</summary>
    public static Arbitrary<(Shape A, Shape B, Shape C)> Triples() => Drawn(random => (Few(random), Few(random), Few(random)));

    private static Arbitrary<T> Drawn<T>(Func<Random, T> draw) => Gen.Choose(0, int.MaxValue).Select(seed => draw(new Random(seed))).ToArbitrary();

    private static Shape Few(Random random) => new(Extents(random, highestRank: 3, largestExtent: 2));

    private static int[] Extents(Random random, int highestRank, int largestExtent) =>
        [.. Enumerable.Range(0, random.Next(highestRank + 1)).Select(_ => random.Next(largestExtent + 1))];

    /// <summary>The extents without some leading ones, and with some of the others set to 1.</summary>
    private static Shape Stretched(Random random, int[] extents) =>
        new([.. extents.Skip(random.Next(extents.Length + 1)).Select(extent => random.Next(3) == 0 ? 1 : extent)]);
}
