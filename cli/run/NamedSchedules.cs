using Catapult.Schedules;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary>The schedules by name, laid out over a run whose highest rate is given.</summary>
internal static class NamedSchedules
{
    private const double StepGamma = 0.1;
    private const int EpochsOfHalfCycle = 2;
    private const double CycleFloor = 0.1;

    private const double WarmupShare = 0.05, DecayShare = 0.2;

    /// <param name="name">One of <see cref="Choices.Schedules"/>.</param>
    /// <param name="preset">Whose 1cycle; one of <see cref="Choices.Presets"/>.</param>
    /// <param name="movesMomentum">Whether 1cycle moves the momentum too.</param>
    /// <param name="peak">The highest rate.</param>
    /// <param name="steps">The length of the run.</param>
    /// <param name="stepsPerEpoch">Steps of an epoch, of which cycles are made.</param>
    public static GroupSchedule Create(string name, string preset, bool movesMomentum, double peak, long steps, int stepsPerEpoch)
    {
        long third = Math.Max(1, steps / 3), half = Math.Clamp(EpochsOfHalfCycle * (long)stepsPerEpoch, 1, Math.Max(1, steps / 2));
        long lastStep = Math.Max(1, steps - 1);
        long warmup = Math.Max(1, (long)(WarmupShare * steps)), decay = Math.Max(1, (long)(DecayShare * steps));
        return name switch
        {
            "one-cycle" => OneCycle(new OneCycle(OneCyclePreset.Parse(preset), peak, steps)),
            "constant" => new GroupSchedule(new Constant(peak)),
            "linear" => new GroupSchedule(new LinearRamp(peak, 0, lastStep)),
            "step" => new GroupSchedule(new StepDecay(peak, third, StepGamma)),
            "multi-step" => new GroupSchedule(new MultiStepDecay(peak, [Math.Max(1, steps / 2), Math.Max(2, 3 * steps / 4)], StepGamma)),
            "exponential" => new GroupSchedule(new ExponentialRamp(peak, peak / 100, lastStep)),
            "polynomial" => new GroupSchedule(new Polynomial(peak, 0, lastStep, 2)),
            "cosine" => new GroupSchedule(new CosineAnnealing(peak, 0, lastStep)),
            // Periods of 1, 2 and 4 parts fill the run.
            "cosine-restarts" => new GroupSchedule(new CosineWarmRestarts(peak, 0, Math.Max(1, (steps + 6) / 7), 2)),
            "flat-cosine" => new GroupSchedule(Schedule.FlatCosine(peak, 0, lastStep)),
            "warmup-stable-decay" => new GroupSchedule(Schedule.WarmupStableDecay(peak, warmup, Math.Max(1, lastStep - warmup - decay), decay)),
            "noam" => new GroupSchedule(new Noam(peak, warmup)),
            "triangular" => Cycle(CyclicalMode.Triangular, 1),
            "triangular2" => Cycle(CyclicalMode.Triangular2, 1),
            _ => Cycle(CyclicalMode.ExpRange, Math.Pow(CycleFloor, 1.0 / steps)),
        };

        GroupSchedule OneCycle(OneCycle policy) => movesMomentum ? policy : new GroupSchedule(policy.LearningRate);

        GroupSchedule Cycle(CyclicalMode mode, double gamma) => new(new Cyclical(CycleFloor * peak, peak, half, half, mode, gamma));
    }
}
