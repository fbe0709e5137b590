using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public class RandomStreamTests
{
    private const int Draws = 40_000;
    private const double FiveSigma = 5;

    private static readonly RandomStream Random = new(1234, 5);

    [Test]
    public void WordsAreTheWordsOfTheBlocksInOrder()
    {
        var (x, y, z, w) = Random.Block(7);
        Assert.That(new[] { Random.UInt32(28), Random.UInt32(29), Random.UInt32(30), Random.UInt32(31) },
            Is.EqualTo(new[] { x, y, z, w }));
        Assert.That(new[] { Random.UInt64(14), Random.UInt64(15) },
            Is.EqualTo(new[] { x | (ulong)y << 32, z | (ulong)w << 32 }));
    }

    [Test]
    public void UniformHasItsMomentsAndStaysInTheUnitInterval()
    {
        double[] draws = [.. Enumerable.Range(0, Draws).Select(i => Random.Uniform((ulong)i))];
        Assert.That(draws, Is.All.GreaterThanOrEqualTo(0.0).And.All.LessThan(1.0));
        Assert.That(draws.Average(), Is.EqualTo(0.5).Within(FiveSigma / Math.Sqrt(12.0 * Draws)));
        Assert.That(draws.Average(u => u * u), Is.EqualTo(1 / 3.0).Within(FiveSigma * Math.Sqrt(4 / 45.0 / Draws)));
    }

    [Test]
    public void UniformSingleIsOneWordRoundedDown() =>
        Assert.That(Random.UniformSingle(9), Is.EqualTo((float)((Random.UInt32(9) >> 8) / 16777216.0)));

    [Test]
    public void NormalHasItsMoments()
    {
        var pairs = Enumerable.Range(0, Draws / 2).Select(i => Random.Normal((ulong)i)).ToArray();
        double[] draws = [.. pairs.Select(p => p.First), .. pairs.Select(p => p.Second)];
        double sigma = 1 / Math.Sqrt(Draws);
        Assert.That(draws.Average(), Is.EqualTo(0).Within(FiveSigma * sigma));
        Assert.That(draws.Average(x => x * x), Is.EqualTo(1).Within(FiveSigma * sigma * Math.Sqrt(2)));
        Assert.That(draws.Average(x => x * x * x * x), Is.EqualTo(3).Within(FiveSigma * sigma * Math.Sqrt(96)));
        Assert.That(pairs.Average(p => p.First * p.Second), Is.EqualTo(0).Within(FiveSigma * sigma * Math.Sqrt(2)));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(100)]
    public void BelowFillsItsRangeEvenly(int n)
    {
        var counts = new int[n];
        for (int i = 0; i < Draws; i++) counts[Random.Below(n, (ulong)i)]++;
        double expected = (double)Draws / n;
        Assert.That(counts, Is.All.EqualTo(expected).Within(FiveSigma * Math.Sqrt(expected)));
    }

    [Test]
    public void BelowReachesTheTopOfTheLargestRange() =>
        Assert.That(Enumerable.Range(0, 1000).Max(i => Random.Below(int.MaxValue, (ulong)i)), Is.GreaterThan(int.MaxValue / 100 * 98));

    [Test]
    public void BelowNothingIsRefused() =>
        Assert.That(() => Random.Below(0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void SeedsStreamsAndForksDiffer()
    {
        RandomStream[] streams = [Random, Random with { Seed = 1 }, Random with { Stream = 6 }, Random.Fork(0), Random.Fork(1),
            Random.Fork(0).Fork(1), Random.Fork(1).Fork(0)];
        Assert.That(streams.Select(s => s.UInt64(0)), Is.Unique);
        Assert.That(Random.Fork(3), Is.EqualTo(new RandomStream(1234, 5).Fork(3)));
    }
}
