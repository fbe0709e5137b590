using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Several range tests as one, and the phases that curvature predicts.</summary>
public class RangeTestBandTests
{
    private static readonly double[] Rates = [.. Enumerable.Range(0, 60).Select(i => 1e-3 * Math.Pow(1.1, i))];

    [Test]
    public void MedianIsThatOfEachStepAndEndsWhereHalfHaveExploded()
    {
        var band = new RangeTestBand([Test(i => 1, 60), Test(i => 2, 60), Test(i => 5, 40)]);
        RangeTestResult median = band.Median();
        Assert.That(median.LearningRates, Is.EqualTo(Rates));
        Assert.That(median.SmoothedLosses, Is.All.EqualTo(2));
        Assert.That(new RangeTestBand([Test(i => 1, 60), Test(i => 2, 40), Test(i => 5, 40)]).Median().LearningRates, Has.Count.EqualTo(40));
    }

    [Test]
    public void AnExplodedTestCountsAsInfinite() =>
        Assert.That(new RangeTestBand([Test(i => 1, 60), Test(i => 2, 60), Test(i => 0, 40)]).Median().SmoothedLosses, Is.EqualTo(Enumerable.Range(0, 60).Select(i => i < 40 ? 1.0 : 2.0)));

    [Test]
    public void SuggestionsAreMediansOfTheTestsAndNotOfTheMedianCurve()
    {
        RangeTestResult[] tests = [.. new[] { 20, 30, 45 }.Select(lowest => Test(i => Math.Abs(i - lowest), 60))];
        var band = new RangeTestBand(tests);
        Assert.That(band.Suggest().MinimumOver10, Is.EqualTo(Rates[30] / 10).Within(1e-15));
        Assert.That(band.Range(found => found.MinimumOver10), Is.EqualTo((Rates[20] / 10, Rates[45] / 10)));
        Assert.That(band.Suggest().PeakAccuracy, Is.NaN);
    }

    [Test]
    public void OneTestIsItsOwnBand()
    {
        RangeTestResult test = Test(i => Math.Abs(i - 30), 60);
        Assert.That(new RangeTestBand([test]).Suggest(), Is.EqualTo(test.Suggest()));
        Assert.That(() => new RangeTestBand([]), Throws.ArgumentException);
    }

    [Test]
    public void PhasesFollowFromTheCurvatureAndLeaveTheModelAlone([Values("mlp", "resnet8")] string model)
    {
        using var rig = new TrainingRig(model);
        string before = rig.StateHash;
        PredictedPhases phases = PredictedPhases.Measure(rig.Model, rig.Optimizer, rig.Loader);
        Assert.That(rig.StateHash, Is.EqualTo(before));
        Assert.That(phases.Curvature, Is.Positive);
        Assert.That(phases.Residual, Is.LessThanOrEqualTo(1e-3 * phases.Curvature));
        Assert.That((phases.EndOfLazy, phases.EndOfLinearCatapult, phases.EndOfReluCatapult), Is.EqualTo((2 / phases.Curvature, 4 / phases.Curvature, 12 / phases.Curvature)));
    }

    private static RangeTestResult Test(Func<int, double> loss, int steps)
    {
        var result = new RangeTestResult();
        for (int i = 0; i < steps; i++) result.Add(Rates[i], loss(i), loss(i), double.NaN);
        return result;
    }
}
