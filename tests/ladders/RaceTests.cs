using Catapult.Cli;
using Catapult.Kernels;
using Catapult.Ladders;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What a race makes of its laps.</summary>
public class RaceTests
{
    private static readonly Roof Roof = new(2, 512, 4e9, 2e9, 1e9), Single = new(1, 512, 2e9, 1e9, 1e9);

    private static readonly RaceResult Result = new(
        "sum", 1_000_000, "N", new(1e6, 4e6, CountsFlops: false), "a machine", 2, Roof, Single, new(2026, 1, 2),
        [new("slow", false, [0.04, 0.08, 0.04]), new("fast", true, [0.01, 0.01, 0.02]) { InnerLoop = new(5, 1, 0, 0, 1, 0) }]);

    [Test]
    public void SpeedIsWorkOverTheMedian() => Assert.Multiple(() =>
    {
        Assert.That(Result.Speed(Result.Lines[0]), Is.EqualTo(0.1).Within(1e-12), "4 MB in 40 ms");
        Assert.That(Result.Share(Result.Lines[1]), Is.EqualTo(0.2).Within(1e-12), "0.4 of 2 GB/s");
        Assert.That(Result.Factor(Result.Lines[0]), Is.Null);
        Assert.That(Result.Factor(Result.Lines[1]), Is.EqualTo(4), "the median of 4, 8 and 2, not the ratio of the medians");
    });

    [Test]
    public void RecordComesBackFromItsFile()
    {
        RaceResult read = RaceResult.FromJson(Result.ToJson());
        Assert.That(read.ToJson(), Is.EqualTo(Result.ToJson()));
        Assert.That(read.Factor(read.Lines[1]), Is.EqualTo(4));
    }

    [Test]
    public void EveryRungRunsEveryLap()
    {
        Ladder ladder = AllLadders.Named("sum")!;
        using var backend = new CpuBackend(1);
        List<int> laps = [];
        RaceResult result = new Race(ladder, [ladder.Rungs[0], ladder.Rungs[2]], backend, "here").Run(size: 1_000, seconds: 0, watch: now => laps.Add(now.Lines.Sum(line => line.Times.Count)));
        Assert.That(laps, Is.EqualTo(Enumerable.Range(1, 6)), "three laps of two rungs, told one by one");
        Assert.That(result.Lines.Select(line => line.Rung), Is.EqualTo(new[] { "naive", "pairwise" }));
        Assert.That(result.Lines.SelectMany(line => line.Times), Is.All.Positive);
    }

    [Test]
    public void PicturesShowEveryRungAndBothRoofs()
    {
        string stairs = StaircaseChart.Create(Result).ToStandalone(), roofline = RooflineChart.Create(Result)!.ToStandalone();
        Assert.That(stairs, Does.Contain(">slow<").And.Contains(">fast<").And.Contains("one thread: 1<").And.Contains("2 threads: 2<").And.Contains("×4"));
        Assert.That(roofline, Does.Contain("operations a byte").And.Contains(">1<").And.Contains(">2<"));
    }
}
