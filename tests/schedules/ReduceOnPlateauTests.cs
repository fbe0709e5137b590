using Catapult.Schedules;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public class ReduceOnPlateauTests
{
    private static double[] Run(ReduceOnPlateau rule, params double[] metrics)
    {
        var state = new PlateauState(1);
        return [.. metrics.Select(metric => (state = rule.Next(state, metric)).Value)];
    }

    [Test]
    public void PatienceIsBorneAndTheNextReduces() =>
        Assert.That(Run(new(0.5, Patience: 2), 1, 1, 1, 1, 1, 1, 1), Is.EqualTo(new[] { 1, 1, 1, 0.5, 0.5, 0.5, 0.25 }));

    [Test]
    public void CooldownCountsNothing() =>
        Assert.That(Run(new(0.5, Patience: 0, Cooldown: 2), 1, 1, 1, 1, 1), Is.EqualTo(new[] { 1, 0.5, 0.5, 0.5, 0.25 }));

    [Test]
    public void TheMinimumIsAFloorThatNeverRaises()
    {
        Assert.That(Run(new(0.1, Patience: 0, Minimum: 0.05), 1, 1, 1, 1), Is.EqualTo(new[] { 1, 0.1, 0.05, 0.05 }));
        Assert.That(Run(new(0.1, Patience: 0, Minimum: 3), 1, 1), Is.EqualTo(new[] { 1.0, 1 }));
    }

    [TestCase(PlateauMode.Min, ThresholdMode.Relative, 10, 8.9, 9.1)]
    [TestCase(PlateauMode.Max, ThresholdMode.Relative, 10, 11.1, 10.9)]
    [TestCase(PlateauMode.Min, ThresholdMode.Absolute, 10, 9.8, 9.95)]
    [TestCase(PlateauMode.Max, ThresholdMode.Absolute, 10, 10.2, 10.05)]
    [TestCase(PlateauMode.Min, ThresholdMode.Relative, -10, -11.1, -9.5)]
    [TestCase(PlateauMode.Max, ThresholdMode.Relative, -10, -8.9, -9.1)]
    public void OnlyMoreThanTheThresholdImproves(PlateauMode mode, ThresholdMode threshold, double first, double better, double notEnough)
    {
        var rule = new ReduceOnPlateau(0.5, Patience: 0, Threshold: 0.1, ThresholdMode: threshold, Mode: mode);
        Assert.That(Run(rule, first, better)[^1], Is.EqualTo(1));
        Assert.That(Run(rule, first, notEnough)[^1], Is.EqualTo(0.5));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void AMetricThatIsNotFiniteIsBadAndNeverTheBest(double metric)
    {
        var state = new ReduceOnPlateau(Patience: 3).Next(new PlateauState(1), metric);
        Assert.That(state, Is.EqualTo(new PlateauState(1, Best: null, BadCount: 1)));
    }

    [Test]
    public void NextChangesNothingItWasGiven()
    {
        var rule = new ReduceOnPlateau(0.5, Patience: 0);
        var state = new PlateauState(1, Best: 2);
        var first = rule.Next(state, 3);
        Assert.That(rule.Next(state, 3), Is.EqualTo(first));
        Assert.That(state, Is.EqualTo(new PlateauState(1, Best: 2)));
    }

    [Test]
    public void IllegalRulesThrow()
    {
        Assert.That(
            () => new ReduceOnPlateau(Factor: 1.5), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("Factor"));
        Assert.That(() => new ReduceOnPlateau(Patience: -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ReduceOnPlateau(Minimum: double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
