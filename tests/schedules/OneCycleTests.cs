using Catapult.Schedules;
using NUnit.Framework;
using static Catapult.Tests.ScheduleTests;

namespace Catapult.Tests;

[TestFixture]
public class OneCycleTests
{
    /// <summary>A few roundings, relative.</summary>
    private const double Rounding = 1e-12;

    private static IEnumerable<TestCaseData> Layouts()
    {
        yield return new TestCaseData("smith2017", 50, 100, 1 / 30.0, 1 / 30.0);
        yield return new TestCaseData("smith2018", 44, 99, 0.1, 1e-4);
        yield return new TestCaseData("fastai", 25, 100, 1 / 25.0, 1e-5);
        yield return new TestCaseData("torch", 29, 99, 1 / 25.0, 4e-6);
        yield return new TestCaseData("torch-three-phase", 29, 99, 1 / 25.0, 4e-6);
        yield return new TestCaseData("optax-linear", 30, 100, 1 / 25.0, 4e-6);
    }

    [TestCaseSource(nameof(Layouts))]
    public void APresetStartsPeaksAndEndsWhereItsSourceSays(string name, int peakStep, int endStep, double initial, double final)
    {
        const double Peak = 2;
        var cycle = new OneCycle(OneCyclePreset.Parse(name), Peak, 100);
        var rates = Values(cycle.LearningRate, 110);
        Assert.That(cycle.LearningRate.Length, Is.EqualTo(100));
        Assert.That(rates[0], Is.EqualTo(Peak * initial).Within(Rounding).Percent);
        var highest = Enumerable.Range(0, rates.Length).Where(step => rates[step] >= Peak);
        Assert.That(highest, Is.EqualTo(new[] { peakStep }), "the peak is reached once");
        Assert.That(rates[peakStep], Is.EqualTo(Peak), "exactly");
        Assert.That(rates[endStep - 1], Is.GreaterThan(rates[endStep]));
        Assert.That(rates[endStep..], Is.All.EqualTo(Peak * final).Within(Rounding).Percent);
        if (cycle.Momentum is not { } momentum)
            return;
        Assert.That(momentum.At(0), Is.EqualTo(0.95));
        Assert.That(momentum.At(peakStep), Is.EqualTo(0.85));
        Assert.That(momentum.At(endStep), Is.EqualTo(0.95));
    }

    [Test]
    public void TheLayoutsCoverEveryPreset() =>
        Assert.That(Layouts().Select(layout => layout.Arguments[0]), Is.EqualTo(OneCyclePreset.All.Select(preset => preset.Name)));

    [TestCase("smith2017", false)]
    [TestCase("smith2018", true)]
    [TestCase("fastai", true)]
    [TestCase("torch", true)]
    [TestCase("torch-three-phase", true)]
    [TestCase("optax-linear", false)]
    public void APresetCyclesMomentumOrLeavesIt(string name, bool cycles) =>
        Assert.That(new OneCycle(OneCyclePreset.Parse(name), 1, 10).Momentum, cycles ? Is.Not.Null : Is.Null);

    [Test]
    public void ThreePhasesReturnToTheInitialRate()
    {
        Assert.That(new OneCycle(OneCyclePreset.TorchThreePhase, 1, 100).LearningRate.At(58), Is.EqualTo(1 / 25.0), "2 x 0.3 x 100 - 2");
        Assert.That(new OneCycle(OneCyclePreset.OptaxLinear, 1, 99).LearningRate.At(84), Is.EqualTo(1 / 25.0), "0.85 x 99 rounded down");
    }

    [Test]
    public void TinyRunsAndExtremeFractionsAreFinite(
        [Values(1, 2, 3, 4, 10)] int totalSteps, [Values(0, 0.1, 0.25, 1 / 3.0, 0.5, 1)] double pctStart)
    {
        foreach (var name in OneCyclePreset.All.Select(preset => preset.Name))
        {
            var preset = OneCyclePreset.Parse(name);
            preset = preset with { PctStart = pctStart, PctFinal = preset.PctFinal is null ? null : Math.Max(pctStart, 0.6) };
            var cycle = new OneCycle(preset, 2, totalSteps);
            var final = 2 / preset.DivFactor / preset.FinalDivFactor;
            var last = preset.Alignment == OneCycleAlignment.LastStep ? totalSteps - 1 : totalSteps;
            Assert.That(Values(cycle.LearningRate, totalSteps + 3), Is.All.InRange(final, 2), name);
            Assert.That(cycle.LearningRate.At(last), Is.EqualTo(final), name);
            if (cycle.Momentum is { } momentum)
                Assert.That(Values(momentum, totalSteps + 3), Is.All.InRange(0.85, 0.95), name);
        }
    }

    [Test]
    public void AnAscentOfOneStepStartsAtThePeak() =>
        Assert.That(new OneCycle(OneCyclePreset.Torch with { PctStart = 0.1 }, 2, 10).LearningRate.At(0), Is.EqualTo(2));

    [Test]
    public void IllegalRecipesThrow()
    {
        var torch = OneCyclePreset.Torch;
        Assert.That(
            () => torch with { PctStart = 1.1 }, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("PctStart"));
        Assert.That(() => torch with { DivFactor = 0.5 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new OneCycle(torch with { PctFinal = 0.2 }, 1, 10), Throws.ArgumentException.With.Message.Contains("PctFinal"));
        Assert.That(() => new OneCycle(torch, 0, 10), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new OneCycle(torch, 1, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => OneCyclePreset.Parse("tourch"), Throws.ArgumentException.With.Message.Contains("torch-three-phase"));
    }

    [Test]
    public void PresetsAndCyclesCompareByValue()
    {
        Assert.That(OneCyclePreset.Torch with { PctStart = 0.3 }, Is.EqualTo(OneCyclePreset.Torch));
        var (cycle, same) = (new OneCycle(OneCyclePreset.Fastai, 1, 10), new OneCycle(OneCyclePreset.Fastai, 1, 10));
        Assert.That(cycle, Is.EqualTo(same));
        Assert.That(cycle, Is.Not.EqualTo(new OneCycle(OneCyclePreset.Fastai, 1, 11)));
    }
}
