namespace Catapult.Cli;

/// <summary>The option tables of the commands.</summary>
public static class OptionTables
{
    /// <summary>The options of <c>catapult train</c>.</summary>
    public static OptionTable<TrainOptions> Train { get; } = new(
    [
        SharedRows<TrainOptions>.Data,
        SharedRows<TrainOptions>.Model,
        new("Schedule",
        [
            Row("--schedule", Syntax.OneOf(Choices.Schedules), o => o.Schedule, (o, v) => o with { Schedule = v },
                "Course of the learning rate", ResumeRule.Fixed),
            Row("--preset", Syntax.OneOf(Choices.Presets), o => o.Preset, (o, v) => o with { Preset = v },
                "Whose one-cycle", ResumeRule.Fixed),
            Row("--lr", Syntax.LearningRateOrAuto, o => o.LearningRate, (o, v) => o with { LearningRate = v },
                "Highest learning rate, above 0; auto runs the range test first", ResumeRule.Fixed, "auto"),
            Row("--epochs", Syntax.Whole(1).OrUnset(), o => o.Epochs, (o, v) => o with { Epochs = v },
                "Passes over the training images", ResumeRule.Fixed, DatasetDefaults.Describe(row => row.Epochs)),
            Row("--steps", Syntax.Whole(1L).OrUnset(), o => o.Steps, (o, v) => o with { Steps = v },
                "Length of the run in steps, instead of --epochs", ResumeRule.Fixed, "by --epochs"),
            Row("--accumulate", Syntax.Whole(1), o => o.Accumulate, (o, v) => o with { Accumulate = v },
                "Batches whose gradients are averaged before a step", ResumeRule.Fixed),
            Row("--clip-norm", Syntax.Positive.OrUnset(), o => o.ClipNorm, (o, v) => o with { ClipNorm = v },
                "Largest norm of all gradients together; larger ones are scaled down", ResumeRule.Fixed, "no bound"),
            Row("--stop-after", Syntax.Whole(1L).OrUnset(), o => o.StopAfter, (o, v) => o with { StopAfter = v },
                "Stop with a checkpoint after step N, to be resumed", ResumeRule.Own, "run to the end"),
        ]),
        new("Instruments",
        [
            Row("--trace", Syntax.Whole(1).OrUnset(), o => o.Trace, (o, v) => o with { Trace = v },
                "Look into the layers every N steps, for trace.csv and the report", ResumeRule.Inherited, "about twenty looks a run"),
            Row("--sharpness", Syntax.Whole(1).OrUnset(), o => o.Sharpness, (o, v) => o with { Sharpness = v },
                "Measure the sharpness of the first batch's loss every N steps", ResumeRule.Inherited, "never"),
        ]),
        new("Run", SharedRows<TrainOptions>.Machine),
    ]);

    /// <summary>The options of <c>catapult lr-find</c>.</summary>
    public static OptionTable<LrFindOptions> LrFind { get; } = new(
    [
        new("Sweep",
        [
            Row("--min-lr", Syntax.Positive, o => o.MinLearningRate, (o, v) => o with { MinLearningRate = v },
                "First learning rate, above 0", ResumeRule.Own),
            Row("--max-lr", Syntax.Positive, o => o.MaxLearningRate, (o, v) => o with { MaxLearningRate = v },
                "Last learning rate, above --min-lr", ResumeRule.Own),
            Row("--iterations", Syntax.Whole(2), o => o.Iterations, (o, v) => o with { Iterations = v },
                "Steps of the sweep", ResumeRule.Own),
            Row("--linear", Syntax.Switch, o => o.Linear, (o, v) => o with { Linear = v },
                "Raise the rate by equal differences instead of equal ratios", ResumeRule.Own),
            Row("--validate", Syntax.Switch, o => o.Validate, (o, v) => o with { Validate = v },
                "Measure accuracy against the rate as well, which takes longer", ResumeRule.Own),
            Row("--seeds", Syntax.Whole(1), o => o.Seeds, (o, v) => o with { Seeds = v },
                "Sweep from as many starts, and suggest by the median", ResumeRule.Own),
            Row("--phases", Syntax.Switch, o => o.Phases, (o, v) => o with { Phases = v },
                "Measure the curvature at the start and draw 2 / lambda and 12 / lambda, where plain gradient descent would be thrown and lost", ResumeRule.Own),
            Row("--layers", Syntax.Switch, o => o.Layers, (o, v) => o with { Layers = v },
                "Sweep each layer alone as well, the others at a tenth of the cycle peak", ResumeRule.Own),
        ]),
        SharedRows<LrFindOptions>.Data,
        SharedRows<LrFindOptions>.Model,
        new("Run", SharedRows<LrFindOptions>.Machine),
    ]);

    /// <summary>The options of <c>catapult experiment</c>; the name is its argument.</summary>
    public static OptionTable<ExperimentOptions> Experiment { get; } = new(
    [
        new("Experiment",
        [
            Rows<ExperimentOptions>.Of("--list", Syntax.Switch, o => o.List, (o, v) => o with { List = v },
                "Name all experiments, with their data and cost"),
            Rows<ExperimentOptions>.Of("--scale", Syntax.OneOf(Choices.ExperimentScales), o => o.Scale, (o, v) => o with { Scale = v },
                "How large: a proof that it runs, minutes on a processor, or the setting of the paper"),
            Rows<ExperimentOptions>.Of("--data", Syntax.Folder, o => o.DataFolder, (o, v) => o with { DataFolder = v },
                "Folder of the experiment's data set", "data/<dataset>"),
            Rows<ExperimentOptions>.Of("--optimizer", Syntax.OneOf(Choices.Optimizers).OrUnset(), o => o.Optimizer, (o, v) => o with { Optimizer = v },
                "Optimizer in the place of every one of the experiment", "the experiment's own"),
            Rows<ExperimentOptions>.Of("--lr-factor", Syntax.Positive, o => o.LearningRateFactor, (o, v) => o with { LearningRateFactor = v },
                "Multiplies every rate of the experiment, for an optimizer that wants others"),
        ]),
        new("Run",
        [
            Rows<ExperimentOptions>.Of("--device", Syntax.OneOf(Choices.Devices), o => o.Device, (o, v) => o with { Device = v },
                "Where to compute (see catapult devices)"),
            Rows<ExperimentOptions>.Of("--threads", Syntax.Whole(1, 1024), o => o.Threads, (o, v) => o with { Threads = v },
                "Threads in all; a sweep has as many runs at once", "one a processor"),
            Rows<ExperimentOptions>.Of("--seed", Syntax.Whole(0UL), o => o.Seed, (o, v) => o with { Seed = v },
                "Seed of every random number: same seed, same result"),
            Rows<ExperimentOptions>.Of("--out", Syntax.Folder, o => o.Out, (o, v) => o with { Out = v },
                "Folder for the results; a stopped sweep goes on there", "runs/experiments/<name>-<scale>"),
            Rows<ExperimentOptions>.Of("--quiet", Syntax.Switch, o => o.Quiet, (o, v) => o with { Quiet = v },
                "Print the verdict only"),
        ]),
    ]);

    /// <summary>The options of <c>catapult schedule</c>; the name is its argument.</summary>
    public static OptionTable<ScheduleOptions> Schedule { get; } = new(
    [
        new("Schedule",
        [
            Rows<ScheduleOptions>.Of("--lr", Syntax.Positive, o => o.LearningRate, (o, v) => o with { LearningRate = v },
                "Highest learning rate, above 0"),
            Rows<ScheduleOptions>.Of("--steps", Syntax.Whole(1L), o => o.Steps, (o, v) => o with { Steps = v },
                "Steps of the run"),
            Rows<ScheduleOptions>.Of("--steps-per-epoch", Syntax.Whole(1), o => o.StepsPerEpoch, (o, v) => o with { StepsPerEpoch = v },
                "Steps of an epoch; cycles rise for two epochs"),
            Rows<ScheduleOptions>.Of("--preset", Syntax.OneOf(Choices.Presets), o => o.Preset, (o, v) => o with { Preset = v },
                "Whose one-cycle"),
            Rows<ScheduleOptions>.Of("--svg", Syntax.File, o => o.Svg, (o, v) => o with { Svg = v },
                "File of a picture of it", "no picture"),
        ]),
    ]);

    private static TypedOptionRow<TrainOptions, T> Row<T>(
        string name, ValueSyntax<T> syntax, Func<TrainOptions, T> get, Func<TrainOptions, T, TrainOptions> set,
        string help, ResumeRule onResume, string? defaultText = null) =>
        new(name, syntax, get, set, help, onResume, defaultText);

    private static TypedOptionRow<LrFindOptions, T> Row<T>(
        string name, ValueSyntax<T> syntax, Func<LrFindOptions, T> get, Func<LrFindOptions, T, LrFindOptions> set,
        string help, ResumeRule onResume, string? defaultText = null) =>
        new(name, syntax, get, set, help, onResume, defaultText);
}
