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
        Assert.That(ladder.FaultOf(rung, backend, out _), Is.Null);
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

    /// <summary>Off by one in a hundred, one result left out, and nothing at all, for all lengths and for the longest alone: the check must see them.</summary>
    [TestCase(1.01f, 0, "times as far off as rounding explains")]
    [TestCase(float.NaN, 0, "no number where there is one")]
    [TestCase(0f, 50_000, "result 0 is 0 and should be")]
    public void WrongRungIsFound(float factor, int from, string words)
    {
        Ladder ladder = AllLadders.Named("sum")!;
        using var backend = new CpuBackend(1);
        Assert.That(ladder.FaultOf(Wrong(factor, from), backend, out _), Does.Contain("sum/wrong is wrong for N = ").And.Contains(words).And.Contains("ladders/cpu/sum/NaiveSum.cs"));
    }

    /// <summary>Right on every awkward shape and wrong beyond: the race itself must see it.</summary>
    [Test]
    public void RungThatIsWrongAtTheRacesSizeIsFound()
    {
        Ladder ladder = AllLadders.Named("sum")!;
        using var backend = new CpuBackend(1);
        Rung wrong = Wrong(factor: 0, from: 150_000);
        Assert.That(ladder.FaultOf(wrong, backend, out double worst), Is.Null);
        Assert.That(worst, Is.LessThan(0.5), "rounding, as a rule, stays far below its bound");
        Assert.That(() => new Race(ladder, [wrong], backend, "here").Run(200_000, seconds: 0), Throws.TypeOf<InputException>().With.Message.Contains("sum/wrong is wrong for N = 200000: result 0 is -0 and the engine's own is"));
    }

    private static Rung Wrong(float factor, int from)
    {
        Rung right = AllLadders.Named("sum")!.Rungs[0];
        return Rung.OfGpu(new("wrong", "NaiveSum"), problem =>
        {
            right.Run(problem);
            var sum = (SumProblem)problem;
            unsafe
            {
                if (sum.Length >= from) *sum.Y *= factor;
            }
        });
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
