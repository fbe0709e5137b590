using Catapult.Schedules;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public class ScheduleTests
{
    /// <summary>A few roundings of values near 1.</summary>
    private const double Rounding = 1e-15;

    [Test]
    public void ANegativeStepThrows() =>
        Assert.That(() => new Constant(1).At(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static IEnumerable<Schedule> Ramps() =>
    [
        new LinearRamp(0.3, 0.7, 3), new ExponentialRamp(0.3, 0.7, 3), new CosineAnnealing(0.3, 0.7, 3), new Polynomial(0.3, 0.7, 3, 2),
        new Piecewise([(0, 0.3), (3, 0.7)]),
    ];

    [TestCaseSource(nameof(Ramps))]
    public void ARampHasItsEndsExactlyAndStays(Schedule ramp)
    {
        Assert.That(ramp.Length, Is.EqualTo(3));
        Assert.That(ramp.At(0), Is.EqualTo(0.3));
        Assert.That(ramp.At(2), Is.LessThan(0.7));
        Assert.That(ramp.At(3), Is.EqualTo(0.7));
        Assert.That(ramp.At(long.MaxValue), Is.EqualTo(0.7));
    }

    [Test]
    public void AnExponentialRampIsStraightInTheLogarithm()
    {
        var sweep = new ExponentialRamp(1e-7, 10, 100);
        for (var step = 0; step <= 100; step++)
            Assert.That(Math.Log10(sweep.At(step)), Is.EqualTo(-7 + 0.08 * step).Within(1e-13));
    }

    [Test]
    public void AStairDropsAtItsStep()
    {
        Assert.That(Values(new StepDecay(8, 2, 0.5), 6), Is.EqualTo(new[] { 8.0, 8, 4, 4, 2, 2 }));
        Assert.That(Values(new MultiStepDecay(8, [4, 1, 4], 0.5), 6), Is.EqualTo(new[] { 8.0, 4, 4, 4, 1, 1 }));
    }

    [Test]
    public void PagesTriangleHasItsKnots()
    {
        var triangle = new Piecewise([(0, 0), (5, 0.4), (24, 0)]);
        Assert.That(Values(triangle, 6), Is.EqualTo(new[] { 0, 0.08, 0.16, 0.24, 0.32, 0.4 }).Within(Rounding));
        Assert.That(triangle.At(24), Is.Zero);
        Assert.That(triangle.At(100), Is.Zero);
    }

    [Test]
    public void PiecewiseHoldsItsEndsAndJumps()
    {
        Assert.That(Values(new Piecewise([(2, 1), (3, 2), (3, 5), (4, 6)]), 6), Is.EqualTo(new[] { 1.0, 1, 1, 5, 6, 6 }));
        Assert.That(new Piecewise([(0.5, 0), (2.5, 1)]).At(1), Is.EqualTo(0.25));
    }

    [Test]
    public void PiecewiseRefusesDisorderedKnots()
    {
        Assert.That(() => new Piecewise([]), Throws.ArgumentException);
        Assert.That(() => new Piecewise([(3, 1), (2, 1)]), Throws.ArgumentException.With.Message.Contains("(2, 1)"));
        Assert.That(() => new Piecewise([(double.NaN, 1)]), Throws.ArgumentException);
    }

    [Test]
    public void WarmRestartsFallOnTheirSteps()
    {
        var restarts = new CosineWarmRestarts(1, 0, 10, 2);
        Assert.That(Enumerable.Range(0, 151).Where(step => restarts.At(step) == 1), Is.EqualTo(new[] { 0, 10, 30, 70, 150 }));
        Assert.That(restarts.At(50), Is.EqualTo(0.5).Within(Rounding), "halfway through the third period");
        Assert.That(new CosineWarmRestarts(1, 0, 10).At(1_000_005), Is.EqualTo(0.5).Within(Rounding));
        Assert.That(new CosineWarmRestarts(1, 0, 3, 1L << 53).At(long.MaxValue), Is.InRange(0, 1));
    }

    [Test]
    public void CyclesPeakAfterTheStepsUp()
    {
        Assert.That(Values(new Cyclical(0, 4, 4, 2), 8), Is.EqualTo(new[] { 0.0, 1, 2, 3, 4, 2, 0, 1 }));
        Assert.That(Values(new Cyclical(0, 4, 1, 1, CyclicalMode.Triangular2), 6), Is.EqualTo(new[] { 0.0, 4, 0, 2, 0, 1 }));
        Assert.That(Values(new Cyclical(0, 4, 1, 1, CyclicalMode.ExpRange, 0.5), 4), Is.EqualTo(new[] { 0.0, 2, 0, 0.5 }));
    }

    [Test]
    public void AGammaWithoutUseThrows() =>
        Assert.That(
            () => new Cyclical(0, 1, 1, 1, CyclicalMode.Triangular, 0.5), Throws.ArgumentException.With.Message.Contains("ExpRange"));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(-1)]
    public void ValuesMustBeFiniteAndNotNegative(double value)
    {
        Assert.That(() => new Constant(value), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new LinearRamp(1, value, 1), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("End"));
    }

    [Test]
    public void ARampNeedsAStep() =>
        Assert.That(
            () => new CosineAnnealing(1, 0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("Steps is 0"));

    [Test]
    public void StepsStayExact() =>
        Assert.That(
            () => new StepDecay(1, (1L << 53) + 1, 0.5), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("2^53"));

    internal static double[] Values(Schedule schedule, int count) => [.. Enumerable.Range(0, count).Select(step => schedule.At(step))];
}
