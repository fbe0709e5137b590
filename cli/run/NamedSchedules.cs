using Catapult.Schedules;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary>The schedules of <c>--schedule</c>, laid out over a run whose highest rate is given.</summary>
internal static class NamedSchedules
{
    private const double StepGamma = 0.1;
    private const int EpochsOfHalfCycle = 2;
    private const double CycleFloor = 0.1;

    public static GroupSchedule Create(TrainOptions options, double peak, long steps, int stepsPerEpoch)
    {
        long third = Math.Max(1, steps / 3), half = Math.Clamp(EpochsOfHalfCycle * (long)stepsPerEpoch, 1, Math.Max(1, steps / 2));
        long lastStep = Math.Max(1, steps - 1);
        return options.Schedule switch
        {
            "one-cycle" => OneCycle(new OneCycle(OneCyclePreset.Parse(options.Preset), peak, steps)),
            "constant" => new GroupSchedule(new Constant(peak)),
            "linear" => new GroupSchedule(new LinearRamp(peak, 0, lastStep)),
            "step" => new GroupSchedule(new StepDecay(peak, third, StepGamma)),
            "multi-step" => new GroupSchedule(new MultiStepDecay(peak, [Math.Max(1, steps / 2), Math.Max(2, 3 * steps / 4)], StepGamma)),
            "exponential" => new GroupSchedule(new ExponentialRamp(peak, peak / 100, lastStep)),
            "polynomial" => new GroupSchedule(new Polynomial(peak, 0, lastStep, 2)),
            "cosine" => new GroupSchedule(new CosineAnnealing(peak, 0, lastStep)),
            // Periods of 1, 2 and 4 parts fill the run.
            "cosine-restarts" => new GroupSchedule(new CosineWarmRestarts(peak, 0, Math.Max(1, (steps + 6) / 7), 2)),
            "triangular" => Cycle(CyclicalMode.Triangular, 1),
            "triangular2" => Cycle(CyclicalMode.Triangular2, 1),
            _ => Cycle(CyclicalMode.ExpRange, Math.Pow(CycleFloor, 1.0 / steps)),
        };

        GroupSchedule OneCycle(OneCycle policy) => options.MomentumOrDefault is null ? new GroupSchedule(policy.LearningRate) : policy;

        GroupSchedule Cycle(CyclicalMode mode, double gamma) => new(new Cyclical(CycleFloor * peak, peak, half, half, mode, gamma));
    }
}
