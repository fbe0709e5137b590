using Catapult.Schedules;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>
/// PyTorch's schedulers, by name and arguments, in this library's terms. <see cref="ChainedScheduleTests"/> says why closed forms agree with
/// schedulers that PyTorch steps by recursions, and where they do not.
/// </summary>
internal static class TorchSchedules
{
    /// <summary>The schedules of the rate and of the momentum of one parameter group.</summary>
    public static (Schedule Rate, Schedule Momentum) Of(ScheduleGolden golden, double lr)
    {
        const double Untouched = 0.9;
        return golden.Schedule switch
        {
            "StepLR" => (new StepDecay(lr, golden.Whole("step_size"), golden.Number("gamma")), Untouched),
            "MultiStepLR" => (new MultiStepDecay(lr, Milestones(golden), golden.Number("gamma")), Untouched),
            "ConstantLR" => (new Constant(lr * golden.Number("factor")).For(golden.Whole("total_iters")).Then(lr), Untouched),
            "LinearLR" => (Linear(golden, lr, golden.Number("end_factor")), Untouched),
            "ExponentialLR" => (new Exponential(lr, golden.Number("gamma")), Untouched),
            "PolynomialLR" => (new Polynomial(lr, 0, golden.Whole("total_iters"), golden.Number("power")), Untouched),
            "CosineAnnealingLR" => (new CosineAnnealing(lr, golden.Number("eta_min"), golden.Whole("T_max")), Untouched),
            "CosineAnnealingWarmRestarts" =>
                (new CosineWarmRestarts(lr, golden.Number("eta_min"), golden.Whole("T_0"), golden.Whole("T_mult")), Untouched),
            "CyclicLR" => (Cycle(golden, "base_lr", "max_lr"), Cycle(golden, "max_momentum", "base_momentum")),
            "OneCycleLR" => Pair(OneCycle(golden)),
            "SequentialLR(LinearLR,CosineAnnealingLR)" => (WarmedCosine(golden, lr), Untouched),
            "ReduceLROnPlateau" => (Plateau(golden, lr), Untouched),
            var name => throw new NotSupportedException($"No schedule here stands for {name}; add it to {nameof(TorchSchedules)}."),
        };
    }

    private static ValueList<long> Milestones(ScheduleGolden golden) =>
        [.. golden.Args.GetProperty("milestones").EnumerateArray().Select(milestone => milestone.GetInt64())];

    private static LinearRamp Linear(ScheduleGolden golden, double lr, double endFactor) =>
        new(lr * golden.Number("start_factor"), lr * endFactor, golden.Whole("total_iters"));

    private static Cyclical Cycle(ScheduleGolden golden, string low, string high) => new(
        golden.Number(low), golden.Number(high), golden.Whole("step_size_up"), golden.Whole("step_size_down"),
        golden.Text("mode") switch
        {
            "triangular" => CyclicalMode.Triangular,
            "triangular2" => CyclicalMode.Triangular2,
            "exp_range" => CyclicalMode.ExpRange,
            var mode => throw new NotSupportedException($"No cyclical mode stands for {mode}."),
        },
        golden.Number("gamma"));

    private static OneCycle OneCycle(ScheduleGolden golden)
    {
        var ascent = golden.Number("pct_start");
        var preset = OneCyclePreset.Torch with
        {
            PctStart = ascent,
            PctFinal = golden.Args.GetProperty("three_phase").GetBoolean() ? 2 * ascent : null,
            DivFactor = golden.Number("div_factor"),
            FinalDivFactor = golden.Number("final_div_factor"),
            Annealing = golden.Text("anneal_strategy") == "cos" ? Annealing.Cosine : Annealing.Linear,
            Momentum = (golden.Number("max_momentum"), golden.Number("base_momentum")),
        };
        return new(preset, golden.Number("max_lr"), golden.Whole("total_steps"));
    }

    private static (Schedule, Schedule) Pair(OneCycle cycle) => (cycle.LearningRate, cycle.Momentum!);

    private static Schedule WarmedCosine(ScheduleGolden golden, double lr)
    {
        var warmup = golden.Part("warmup");
        Assert.That(warmup.Whole("total_iters"), Is.EqualTo(golden.Whole("milestone")), "the milestone is the end of the warm-up");
        return new CosineAnnealing(lr, 0, golden.Part("then").Whole("T_max"))
            .WithWarmup(warmup.Whole("total_iters"), warmup.Number("start_factor"));
    }

    private static Schedule Plateau(ScheduleGolden golden, double lr)
    {
        var rule = new ReduceOnPlateau(
            golden.Number("factor"),
            (int)golden.Whole("patience"),
            golden.Number("threshold"),
            golden.Text("threshold_mode") == "rel" ? ThresholdMode.Relative : ThresholdMode.Absolute,
            (int)golden.Whole("cooldown"),
            golden.Number("min_lr"),
            golden.Text("mode") == "min" ? PlateauMode.Min : PlateauMode.Max);
        var state = new PlateauState(lr);
        double[] values = [lr, .. golden.Metric!.Select(metric => (state = rule.Next(state, metric)).Value)];
        return Schedule.From("plateau", step => values[step]);
    }
}
