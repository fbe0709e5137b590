using Catapult.Kernels;
using Catapult.Ladders;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The processor's ladders: every rung is right on awkward shapes, and the last one is the engine's.</summary>
public class LadderTests
{
    private static IEnumerable<TestCaseData> Rungs =>
        from ladder in AllLadders.All.Where(ladder => !ladder.IsGpu)
        from rung in ladder.All
        from threads in new[] { 1, 2 }
        select new TestCaseData(ladder, rung, threads).SetArgDisplayNames(ladder.Name, rung.Name, $"{threads}");

    private static IEnumerable<Ladder> Ladders => AllLadders.All;

    [TestCaseSource(nameof(Rungs))]
    public void RungIsRight(Ladder ladder, Rung rung, int threads)
    {
        using var backend = new CpuBackend(threads);
        Assert.That(ladder.FaultOf(rung, backend), Is.Null);
    }

    [Test]
    public void AwkwardShapesAreDistinct() => Assert.Multiple(() =>
    {
        using var backend = new CpuBackend(1);
        foreach (Ladder ladder in Ladders.Where(ladder => !ladder.IsGpu))
        {
            string[] shapes = [.. ladder.CreateAwkward(backend).Select(Shape)];
            Assert.That(shapes, Is.Unique.And.Length.GreaterThanOrEqualTo(5), ladder.Name);
        }

        static string Shape(Problem problem)
        {
            using (problem) return problem.Shape;
        }
    });

    /// <summary>Off by the weight of one element in a hundred, and one result left out: the check must see both.</summary>
    [TestCase(1.01f, "times as far off as rounding explains")]
    [TestCase(float.NaN, "a result is missing or NaN")]
    public void WrongRungIsFound(float factor, string words)
    {
        Ladder ladder = AllLadders.Named("sum")!;
        Rung right = ladder.Rungs[0], wrong = Rung.OfGpu(new("wrong", "NaiveSum"), problem =>
        {
            right.Run(problem);
            unsafe
            {
                *((SumProblem)problem).Y *= factor;
            }
        });
        using var backend = new CpuBackend(1);
        Assert.That(ladder.FaultOf(wrong, backend), Does.Contain("sum/wrong is wrong for").And.Contains(words).And.Contains("ladders/cpu/sum/NaiveSum.cs"));
    }

    [TestCaseSource(nameof(Ladders))]
    public void EveryRungHasItsFile(Ladder ladder) => Assert.Multiple(() =>
    {
        foreach (Rung rung in ladder.All)
        {
            Assert.That(rung.File, Does.StartWith("ladders/"));
            Assert.That(new SourceFile(rung.File).Text, Is.EqualTo(RungSource.Read(rung.File)), "the file that is carried along");
            Assert.That(rung.EngineFiles, Is.All.Match("^(kernels|optimizers)/"));
            Assert.That(rung.Header.Changed.Length + rung.Header.Predicted.Length, Is.GreaterThan(0), $"{ladder}/{rung}");
        }
        Assert.That(ladder.Rungs.Select(rung => rung.Name), Is.Unique);
        Assert.That(ladder.All.Select(rung => rung.File), Is.Unique);
        Assert.That(ladder.Rungs.Skip(1).Select(rung => rung.Header.PredictedFactor), Is.All.Not.Null, "how many times as fast as the rung before");
    });

    [Test]
    public void LastRungsAreTheEnginesOwn() => Assert.Multiple(() =>
    {
        foreach (Ladder ladder in Ladders.Where(ladder => !ladder.IsGpu))
            Assert.That(ladder.Rungs[^1].EngineFiles, Has.Some.StartsWith("kernels/core/cpu/"), ladder.Name);
    });

    [Test]
    public void SameBitsOnAnyNumberOfThreads()
    {
        float[] Sum(int threads)
        {
            using var backend = new CpuBackend(threads);
            using var problem = new SumProblem(backend, 1_000_003);
            AllLadders.Named("sum")!.Rungs[^1].Run(problem);
            unsafe
            {
                return [*problem.Y];
            }
        }
        Assert.That(Sum(2), Is.EqualTo(Sum(1)));
    }
}
