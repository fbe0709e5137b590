using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

public class RangeTestSweepTests
{
    private const double RateTolerance = 1e-12;

    [Test]
    public void RatesRiseByEqualRatiosFromTheFirstToTheLast()
    {
        RangeTestResult result = Run(new() { MinLearningRate = 1e-6, MaxLearningRate = 1e-3, Iterations = 7 });
        Close(result.LearningRates, i => 1e-6 * Math.Pow(10, i / 2.0));
    }

    [Test]
    public void ALinearSweepRisesByEqualDifferences()
    {
        RangeTestResult result = Run(new() { MinLearningRate = 1e-4, MaxLearningRate = 7e-4, Iterations = 7, IsLinear = true });
        Close(result.LearningRates, i => 1e-4 * (i + 1));
        Assert.That(result.IsLinear);
    }

    [Test]
    public void AMomentumOfTheGroupsStandsThroughTheSweep()
    {
        var momenta = new List<double>();
        using var rig = new TrainingRig();
        rig.Optimizer.Groups[0].Momentum = 0.7;
        RangeTest.Run(rig.Model, rig.Optimizer, rig.Loader, new() { Iterations = 3 }, onStep: step => momenta.Add(step.Momentum));
        Assert.That(momenta, Is.EqualTo(new[] { 0.7, 0.7, 0.7 }));
    }

    [Test]
    public void TheSmoothedLossIsTheBiasCorrectedAverage()
    {
        RangeTestResult result = Run(new() { Iterations = 6, MaxLearningRate = 1e-2, Smoothing = 0.5 });
        for (int i = 0; i < 6; i++)
        {
            double sum = 0, weights = 0;
            for (int j = 0; j <= i; j++) (sum, weights) = (sum + result.Losses[j] * Math.Pow(0.5, i - j), weights + Math.Pow(0.5, i - j));
            Assert.That(result.SmoothedLosses[i], Is.EqualTo(sum / weights).Within(RateTolerance * result.Losses[0]));
        }
    }

    [Test]
    public void TheSweepStopsAtFourTimesTheBestLoss()
    {
        RangeTestResult result = Run(new() { MinLearningRate = 1e-3, MaxLearningRate = 1e3, Iterations = 60 });
        IReadOnlyList<double> smoothed = result.SmoothedLosses;
        Assert.That(smoothed, Has.Count.LessThan(60).And.All.Matches<double>(double.IsFinite));
        Assert.That(smoothed[^1], Is.GreaterThan(4 * smoothed.SkipLast(1).Min()));
        for (int i = 1; i < smoothed.Count - 1; i++) Assert.That(smoothed[i], Is.LessThanOrEqualTo(4 * smoothed.Take(i).Min()));
    }

    [Test]
    public void ANonFiniteLossEndsIt()
    {
        RangeTestResult result = Run(new() { MinLearningRate = 1, MaxLearningRate = 1e30, Iterations = 40, StopFactor = double.PositiveInfinity });
        Assert.That(result.Losses, Has.Count.LessThan(40));
        Assert.That(result.Losses.SkipLast(1), Is.All.Matches<double>(double.IsFinite));
        RangeTestSuggestions suggestions = result.Suggest();
        Assert.That(double.IsFinite(suggestions.Steepest), Is.EqualTo(double.IsFinite(suggestions.MinimumOver10)));
    }

    [Test]
    public void AccuracyIsMeasuredAfterEachStepWhereItIsAskedFor()
    {
        double[] accuracies = [0.1, 0.4, 0.9, 0.3, 0.2];
        int calls = 0;
        using var rig = new TrainingRig();
        RangeTestResult result = RangeTest.Run(
            rig.Model, rig.Optimizer, rig.Loader, new() { Iterations = 5, MaxLearningRate = 1e-2 }, validate: () => accuracies[calls++]);
        Assert.That(result.Accuracies, Is.EqualTo(accuracies));
        RangeTestSuggestions suggestions = result.Suggest();
        Assert.That(suggestions.PeakAccuracy, Is.EqualTo(result.LearningRates[2]));
        Assert.That(suggestions.ThousandthOfPeak, Is.EqualTo(suggestions.PeakAccuracy / 1000));
        Assert.That(double.IsNaN(Run(new() { Iterations = 3 }).Suggest().PeakAccuracy));
    }

    [Test]
    public void CancellingKeepsWhatWasMeasured()
    {
        using var source = new CancellationTokenSource();
        using var rig = new TrainingRig();
        RangeTestResult result = RangeTest.Run(rig.Model, rig.Optimizer, rig.Loader, new(), onStep: step =>
        {
            if (step.Step == 2) source.Cancel();
        }, cancel: source.Token);
        Assert.That(result.Losses, Has.Count.EqualTo(3));
    }

    private static RangeTestResult Run(RangeTestOptions options)
    {
        using var rig = new TrainingRig();
        return RangeTest.Run(rig.Model, rig.Optimizer, rig.Loader, options);
    }

    private static void Close(IReadOnlyList<double> rates, Func<int, double> expected) =>
        Assert.That(rates.Select((rate, i) => rate / expected(i)), Is.All.EqualTo(1).Within(RateTolerance));
}
