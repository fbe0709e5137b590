using Catapult.Schedules;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>
/// PyTorch steps many schedulers by a recursion, the new rate from the one before, where the schedules here are closed forms of the step.
/// The recursions are transcribed below from torch.optim.lr_scheduler, with the reason why the two agree, and the places where they do not.
/// CyclicLR, OneCycleLR and CosineAnnealingWarmRestarts are closed forms in PyTorch too.
/// </summary>
[TestFixture]
public class ChainedScheduleTests
{
    /// <summary>Relative: the recursion rounds once or twice at each of a hundred steps.</summary>
    private const double Tolerance = 1e-12;

    private const double Base = 0.8, Gamma = 0.7, Floor = 0.05;

    private const int Steps = 100;

    /// <summary>The rate of a step from the one before it.</summary>
    public delegate double Recursion(double rate, int step);

    private static IEnumerable<TestCaseData> Agreeing()
    {
        const int Total = 20;

        // The product of step factors gamma is a power of gamma.
        yield return Case("ExponentialLR", new Exponential(Base, Gamma), Base, (rate, _) => rate * Gamma);

        // The number of factors up to a step is the number of multiples of 7 up to it: the quotient.
        yield return Case("StepLR", new StepDecay(Base, 7, Gamma), Base, (rate, step) => step % 7 == 0 ? rate * Gamma : rate);

        // It is the number of milestones up to the step; one named twice counts twice in both.
        int[] milestones = [5, 30, 30, 60];
        yield return Case(
            "MultiStepLR",
            new MultiStepDecay(Base, [.. milestones.Select(milestone => (long)milestone)], Gamma),
            Base,
            (rate, step) => rate * Math.Pow(Gamma, milestones.Count(milestone => milestone == step)));

        // The one factor of the start is divided away again at the end.
        yield return Case(
            "ConstantLR", new Constant(Base * Gamma).For(Total).Then(Base), Base * Gamma, (rate, step) => step == Total ? rate / Gamma : rate);

        // Each factor is the line's value at a step over that at the step before, so the product telescopes. Past the end it is 1.
        const double Start = 0.1, End = 1.5;
        yield return Case("LinearLR", new LinearRamp(Base * Start, Base * End, Total), Base * Start, (rate, step) =>
            step > Total ? rate : rate * (1 + (End - Start) / (Total * Start + (step - 1) * (End - Start))));

        // The ratios of the powers telescope too. The last one is 0, and 0 stays past the end.
        const double Power = 2.5;
        yield return Case("PolynomialLR", new Polynomial(Base, 0, Total, Power), Base, (rate, step) =>
            step > Total ? rate : rate * Math.Pow((1 - (double)step / Total) / (1 - (step - 1.0) / Total), Power));

        // As for the line, with the cosine's height above its floor; the two agree only up to T_max, here the last step.
        yield return Case("CosineAnnealingLR up to T_max", new CosineAnnealing(Base, Floor, Steps), Base, Cosine(Steps));
    }

    [TestCaseSource(nameof(Agreeing))]
    public void TheRecursionIsTheClosedForm(Schedule schedule, double first, Recursion next)
    {
        double[] chained = Chain(first, next, Steps);
        Assert.That(ScheduleTests.Values(schedule, Steps + 1), Is.EqualTo(chained).Within(100 * Tolerance).Percent);
    }

    /// <summary>Its cosine goes on where a schedule here is clamped, so after twice T_max the rate is back at its start.</summary>
    [Test]
    public void CosineAnnealingLRRisesAgainPastTMaxWhereAtStays()
    {
        const int TMax = 25;
        var annealing = new CosineAnnealing(Base, Floor, TMax);
        double[] chained = Chain(Base, Cosine(TMax), 2 * TMax);
        Assert.That(chained[TMax], Is.EqualTo(Floor).Within(Tolerance));
        Assert.That(chained[(TMax + 1)..], Is.Ordered.And.All.GreaterThan(Floor));
        Assert.That(chained[2 * TMax], Is.EqualTo(Base).Within(Tolerance));
        Assert.That(ScheduleTests.Values(annealing, 2 * TMax + 1)[TMax..], Is.All.EqualTo(Floor));
    }

    /// <summary>A recursion goes on from whatever it finds; a function of the step gives what the step says.</summary>
    [Test]
    public void ARecursionKeepsWhatSomethingElseDidToTheRate()
    {
        double[] disturbed = Chain(Base, (rate, step) => (step == 10 ? rate / 2 : rate) * Gamma, 20);
        var schedule = new Exponential(Base, Gamma);
        Assert.That(disturbed[9], Is.EqualTo(schedule.At(9)).Within(Tolerance));
        Assert.That(disturbed[20], Is.EqualTo(schedule.At(20) / 2).Within(Tolerance));
    }

    /// <summary>The step after T_max, and every second multiple of it, starts from the floor, where a ratio would divide by 0.</summary>
    private static Recursion Cosine(int tMax) => (rate, step) => (step - 1 - tMax) % (2 * tMax) == 0
        ? rate + (Base - Floor) * (1 - Math.Cos(Math.PI / tMax)) / 2
        : (1 + Math.Cos(Math.PI * step / tMax)) / (1 + Math.Cos(Math.PI * (step - 1) / tMax)) * (rate - Floor) + Floor;

    private static double[] Chain(double first, Recursion next, int steps)
    {
        var rates = new double[steps + 1];
        rates[0] = first;
        for (int step = 1; step <= steps; step++) rates[step] = next(rates[step - 1], step);
        return rates;
    }

    private static TestCaseData Case(string name, Schedule schedule, double first, Recursion next) =>
        new TestCaseData(schedule, first, next).SetArgDisplayNames(name);
}
