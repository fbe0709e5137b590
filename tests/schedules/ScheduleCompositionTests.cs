using Catapult.Schedules;
using NUnit.Framework;
using static Catapult.Tests.ScheduleTests;

namespace Catapult.Tests;

[TestFixture]
public class ScheduleCompositionTests
{
    private static readonly Schedule Fall = new LinearRamp(4, 0, 2);

    [Test]
    public void ThenHandsOverAtTheLength()
    {
        var sequence = Fall.Then(new LinearRamp(9, 3, 2));
        Assert.That(sequence.Length, Is.EqualTo(4));
        Assert.That(Values(sequence, 6), Is.EqualTo(new[] { 4.0, 2, 9, 6, 3, 3 }));
        Assert.That(Values(Fall.Then(7), 4), Is.EqualTo(new[] { 4.0, 2, 7, 7 }));
    }

    [Test]
    public void ThenIsAssociative()
    {
        Schedule rise = new LinearRamp(0, 4, 2), tail = 5;
        Assert.That(Values(rise.Then(Fall).Then(tail), 8), Is.EqualTo(Values(rise.Then(Fall.Then(tail)), 8)));
    }

    [Test]
    public void NothingFollowsWhatNeverEnds()
    {
        var endless = new Constant(1);
        Assert.That(() => endless.Then(Fall), Throws.ArgumentException.With.Message.Contains("For(steps)"));
        Assert.That(() => endless.Repeat(), Throws.ArgumentException.With.Message.Contains("For(steps)"));
    }

    [Test]
    public void ForCutsAndHolds()
    {
        Assert.That(Values(new StepDecay(8, 1, 0.5).For(2), 5), Is.EqualTo(new[] { 8.0, 4, 2, 2, 2 }));
        Assert.That(Values(Fall.For(4).Then(1), 6), Is.EqualTo(new[] { 4.0, 2, 0, 0, 1, 1 }));
        Assert.That(() => Fall.For(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void WarmupMeetsTheFirstValue()
    {
        Assert.That(Values(Fall.WithWarmup(4), 8), Is.EqualTo(new[] { 0.0, 1, 2, 3, 4, 2, 0, 0 }));
        Assert.That(Values(Fall.WithWarmup(2, 0.5), 4), Is.EqualTo(new[] { 2.0, 3, 4, 2 }));
        Assert.That(Fall.WithWarmup(0), Is.SameAs(Fall));
        Assert.That(() => Fall.WithWarmup(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ScaleMultipliesStepByStep()
    {
        Assert.That(Values(Fall.Scale(0.5), 4), Is.EqualTo(new[] { 2.0, 1, 0, 0 }));
        var chained = new Constant(8).Scale(new LinearRamp(0, 1, 2)).Scale(new Exponential(1, 0.5));
        Assert.That(Values(chained, 4), Is.EqualTo(new[] { 0.0, 2, 2, 1 }));
        Assert.That(chained.Length, Is.Null);
    }

    [Test]
    public void RepeatStartsAgainAndEndsAtTheEnd()
    {
        Assert.That(Values(Fall.Repeat(), 5), Is.EqualTo(new[] { 4.0, 2, 4, 2, 4 }));
        Assert.That(Fall.Repeat().Length, Is.Null);
        Assert.That(Values(Fall.Repeat(2), 6), Is.EqualTo(new[] { 4.0, 2, 4, 2, 0, 0 }));
        Assert.That(Fall.Repeat(2).Length, Is.EqualTo(4));
        Assert.That(() => Fall.Repeat(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Piecewise([(0, 1)]).Repeat(), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void AFormulaIsCutAtItsLength()
    {
        var squares = Schedule.From("squares", step => step * step, 3);
        Assert.That(Values(squares, 6), Is.EqualTo(new[] { 0.0, 1, 4, 9, 9, 9 }));
        Assert.That(squares.ToString(), Is.EqualTo("squares for 3 steps"));
        Assert.That(() => Schedule.From("none", step => step, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void SchedulesCompareByValue()
    {
        static Schedule Make(long milestone) =>
            new MultiStepDecay(1, [3, milestone], 0.5).For(9).Then(Fall).WithWarmup(2).Scale(2).Repeat(3);
        var (schedule, same) = (Make(5), Make(5));
        Assert.That(schedule, Is.EqualTo(same));
        Assert.That(schedule.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(schedule, Is.Not.EqualTo(Make(6)));
    }

    [Test]
    public void TheTextNamesEveryParameter()
    {
        Assert.That(
            new CosineAnnealing(0.5, 0, 90).WithWarmup(10).ToString(),
            Is.EqualTo("Sequence { First = LinearRamp { Start = 0, End = 0.5, Steps = 10 }, "
                + "Next = CosineAnnealing { Start = 0.5, End = 0, Steps = 90 } }"));
        Assert.That(
            new Piecewise([(0, 0), (5, 0.4)]).ToString(),
            Is.EqualTo("Piecewise { Knots = [(0, 0), (5, 0.4)], Annealing = Linear }"));
    }
}
