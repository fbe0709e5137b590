using Catapult.Schedules;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Laws of every schedule, held for drawn parameters of every kind and for compositions of them.</summary>
[TestFixture]
public class ScheduleProperties
{
    /// <summary>The highest value drawn.</summary>
    private const double Highest = 4;

    /// <summary>Room for rounding above a bound, relative to <see cref="Highest"/>.</summary>
    private const double Rounding = 1e-14 * Highest;

    [FsCheck.NUnit.Property(Arbitrary = [typeof(Drawn)])]
    public void ValuesAreFiniteAndWithinBounds(Schedule schedule, NonNegativeInt step)
    {
        foreach (var at in new long[] { 0, 1, step.Get, long.MaxValue })
            Assert.That(schedule.At(at), Is.InRange(0, Highest + Rounding), $"{schedule} at {at}");
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(Drawn)])]
    public void PastTheEndNothingMoves(Schedule schedule, NonNegativeInt past)
    {
        if (schedule.Length is not { } length)
            return;
        Assert.That(schedule.At(length + past.Get), Is.EqualTo(schedule.At(length)), $"{schedule}");
        Assert.That(schedule.At(long.MaxValue), Is.EqualTo(schedule.At(length)), $"{schedule}");
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(Drawn)])]
    public void TheOrderOfQuestionsDoesNotMatter(Schedule schedule, int seed)
    {
        long[] steps = [.. Enumerable.Range(0, 100)];
        var forward = steps.Select(schedule.At).ToArray();
        new Random(seed).Shuffle(steps);
        foreach (var step in steps)
            Assert.That(schedule.At(step), Is.EqualTo(forward[step]), $"{schedule} at {step}");
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(Drawn)])]
    public void AWarmUpIsContinuousWhereItMeetsTheSchedule(Schedule schedule, PositiveInt steps)
    {
        var warmed = schedule.WithWarmup(steps.Get);
        Assert.That(warmed.At(steps.Get), Is.EqualTo(schedule.At(0)));
        Assert.That(schedule.At(0) - warmed.At(steps.Get - 1), Is.EqualTo(schedule.At(0) / steps.Get).Within(Rounding));
        Assert.That(warmed.At(steps.Get + 17L), Is.EqualTo(schedule.At(17)));
    }

    [FsCheck.NUnit.Property]
    public void ATriangleMovesByItsSlopeInEveryMode(PositiveInt up, PositiveInt down, NonNegativeInt step, byte mode, byte shrink)
    {
        // Amplitudes halve where the triangle has no height; one that shrinks at each step takes its share of the height besides.
        var (policy, gamma) = mode % 3 == 2 ? (CyclicalMode.ExpRange, 1 - shrink / 256.0) : ((CyclicalMode)(mode % 3), 1);
        var triangle = new Cyclical(1, 3, up.Get, down.Get, policy, gamma);
        var slope = 2.0 / Math.Min(up.Get, down.Get) + 2 * (1 - gamma);
        Assert.That(Moved(triangle, step.Get), Is.LessThanOrEqualTo(slope + Rounding), $"{triangle} at {step.Get}");
    }

    [FsCheck.NUnit.Property]
    public void ARampMovesByItsSteepestSlope(PositiveInt steps, byte start, byte end)
    {
        var (a, b) = (start / 64.0, end / 64.0);
        for (var step = 0; step < Math.Min(steps.Get, 200); step++)
        {
            Assert.That(Moved(new LinearRamp(a, b, steps.Get), step), Is.EqualTo(Math.Abs(b - a) / steps.Get).Within(Rounding));
            Assert.That(Moved(new CosineAnnealing(a, b, steps.Get), step), Is.LessThanOrEqualTo(CosineSlope(a, b, steps.Get) + Rounding));
        }
    }

    [FsCheck.NUnit.Property]
    public void WarmRestartsAreContinuousInsideAPeriodAndJumpToTheStartBetweenTwo(PositiveInt period, byte growth, byte start, byte end)
    {
        var (a, b, multiplier) = (start / 64.0, end / 64.0, 1 + growth % 3);
        var restarts = new CosineWarmRestarts(a, b, period.Get, multiplier);
        long from = 0, length = period.Get;
        for (var round = 0; round < 4; round++)
        {
            Assert.That(restarts.At(from), Is.EqualTo(a), $"{restarts} at {from}");
            for (var step = from; step < from + length - 1; step++)
                Assert.That(Moved(restarts, step), Is.LessThanOrEqualTo(CosineSlope(a, b, length) + Rounding), $"{restarts} at {step}");
            (from, length) = (from + length, length * multiplier);
        }
    }

    [FsCheck.NUnit.Property]
    public void OneCycleMovesByAtMostTheSteepestSlopeOfItsShortestPhase(PositiveInt extraSteps, byte presetIndex)
    {
        var preset = OneCyclePreset.All[presetIndex % OneCyclePreset.All.Count];
        var total = 19 + extraSteps.Get;
        var cycle = new OneCycle(preset, Highest, total);
        var turns = new[] { 0, preset.PctStart, preset.PctFinal ?? 1, 1 };
        var shortest = turns.Zip(turns.Skip(1), (from, to) => to - from).Where(share => share > 0).Min() * total - 2;

        // Knots may lose two steps.
        AssertContinuous(cycle.LearningRate, 0, Highest);
        if (cycle.Momentum is { } momentum) AssertContinuous(momentum, preset.Momentum!.Value.Low, preset.Momentum.Value.High);

        void AssertContinuous(Schedule schedule, double low, double high)
        {
            var bound = CosineSlope(low, high, Math.Max(shortest, 1));
            for (var step = 0; step < total; step++)
                Assert.That(Moved(schedule, step), Is.LessThanOrEqualTo(bound + Rounding), $"{preset.Name}, {total} steps, at {step}");
        }
    }

    [FsCheck.NUnit.Property]
    public void ReductionsNeverRaiseAValueOrPassTheMinimum(double[] metrics, NonNegativeInt patience, byte cooldown)
    {
        const double Minimum = 0.01;
        var rule = new ReduceOnPlateau(0.5, patience.Get % 4, Cooldown: cooldown % 4, Minimum: Minimum);
        var state = new PlateauState(1);
        foreach (var metric in metrics)
        {
            var next = rule.Next(state, metric);
            Assert.That(next.Value, Is.InRange(Minimum, state.Value));
            state = next;
        }
    }

    /// <summary>Half a cosine is at its steepest pi / 2 times as steep as the line between its ends.</summary>
    private static double CosineSlope(double start, double end, double steps) => Math.Abs(end - start) * Math.PI / 2 / steps;

    private static double Moved(Schedule schedule, long step) => Math.Abs(schedule.At(step + 1) - schedule.At(step));

    private static class Drawn
    {
        public static Arbitrary<Schedule> Schedules() =>
            Gen.Choose(0, int.MaxValue).Select(seed => Draw(new Random(seed), depth: 2)).ToArbitrary();

        private static Schedule Draw(Random random, int depth) => depth == 0 || random.Next(2) == 0
            ? Simple(random)
            : Composed(random, Draw(random, depth - 1));

        private static Schedule Composed(Random random, Schedule inner) => random.Next(5) switch
        {
            0 => inner.For(Steps(random)),
            1 => inner.For(Steps(random)).Then(Simple(random)),
            2 => inner.WithWarmup(random.Next(20), random.NextDouble()),
            3 => inner.Scale(random.NextDouble()),
            _ => inner.For(Steps(random)).Repeat(random.Next(2) == 0 ? null : random.Next(1, 4)),
        };

        private static Schedule Simple(Random random)
        {
            var (a, b, n, gamma) = (Value(random), Value(random), Steps(random), 1 - random.NextDouble());
            return random.Next(16) switch
            {
                0 => a,
                1 => new LinearRamp(a, b, n),
                2 => new ExponentialRamp(a + 1e-9, b + 1e-9, n),
                3 => new CosineAnnealing(a, b, n),
                4 => new Polynomial(a, b, n, gamma * 3),
                5 => new Exponential(a, gamma),
                6 => new StepDecay(a, n, gamma),
                7 => new MultiStepDecay(a, [n, Steps(random)], gamma),
                8 => new Piecewise([(random.NextDouble(), a), (n, b), (n + random.Next(3), a)], Curve(random)),
                9 => new CosineWarmRestarts(a, b, n, random.Next(1, 4)),
                10 => new CosineWarmRestarts(a, b, n, random.Next(1, 4), 1 - random.NextDouble(), random.Next(2) == 0 ? null : random.Next(1, 5)),
                11 => new Noam(a, n),
                12 => Schedule.FlatCosine(a, b, n, random.NextDouble()),
                13 => Schedule.WarmupStableDecay(a, random.Next(20), n, Steps(random), b, random.Next(2) == 0 ? Annealing.Linear : Annealing.Cosine),
                14 => Cycle(random, a, b, n, gamma),
                _ => Policy(random, n),
            };
        }

        private static Cyclical Cycle(Random random, double a, double b, long n, double gamma)
        {
            var mode = (CyclicalMode)random.Next(3);
            return new(a, b, n, Steps(random), mode, mode == CyclicalMode.ExpRange ? gamma : 1);
        }

        private static Schedule Policy(Random random, long n)
        {
            var preset = OneCyclePreset.All[random.Next(OneCyclePreset.All.Count)];
            var cycle = new OneCycle(preset with { Annealing = Curve(random) }, Highest, n);
            return random.Next(2) == 0 ? cycle.LearningRate : cycle.Momentum ?? cycle.LearningRate;
        }

        private static double Value(Random random) => random.NextDouble() * (Highest - 1);

        private static long Steps(Random random) => random.Next(1, 60);

        private static Annealing Curve(Random random) => (Annealing)random.Next(3);
    }
}
