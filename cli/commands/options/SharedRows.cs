namespace Catapult.Cli;

/// <summary>The options of <see cref="RunOptions"/>, for any command that has them.</summary>
internal static class SharedRows<TOptions> where TOptions : RunOptions, new()
{
    public static OptionGroup<TOptions> Data { get; } = new("Data",
    [
        Row("--dataset", Syntax.OneOf(Choices.Datasets), o => o.Dataset, (o, v) => o with { Dataset = v },
            "Images to learn", ResumeRule.Fixed),
        Row("--data", Syntax.Folder, o => o.DataFolder, (o, v) => o with { DataFolder = v },
            "Folder of the dataset's files (glyphs are drawn and need none)", ResumeRule.Inherited, "data/<dataset>"),
        Row("--download", Syntax.Switch, o => o.Download, (o, v) => o with { Download = v },
            "Fetch the dataset into that folder unless it is there", ResumeRule.Own),
        Row("--download-from", Syntax.Address, o => o.DownloadFrom, (o, v) => o with { DownloadFrom = v },
            "Base address for --download", ResumeRule.Own, "the dataset's public home"),
        Row("--limit", Syntax.Whole(1).OrUnset(), o => o.Limit, (o, v) => o with { Limit = v },
            "Use the first N training images only", ResumeRule.Fixed, "all"),
        Row("--batch-size", Syntax.Whole(1), o => o.BatchSize, (o, v) => o with { BatchSize = v },
            "Images a step", ResumeRule.Fixed),
        Row("--augment", Syntax.OneOf(Choices.Augmentations), o => o.AugmentOrDefault, (o, v) => o with { Augment = v },
            "Random changes to each training image", ResumeRule.Fixed, DatasetDefaults.Describe(row => row.Augment)),
    ]);

    public static OptionGroup<TOptions> Model { get; } = new("Model and optimizer",
    [
        Row("--model", Syntax.OneOf(Choices.Models), o => o.Model, (o, v) => o with { Model = v },
            "Network to train", ResumeRule.Fixed),
        Row("--label-smoothing", Syntax.Fraction, o => o.LabelSmoothing, (o, v) => o with { LabelSmoothing = v },
            "Part of the target spread over all classes, from 0 to less than 1", ResumeRule.Fixed),
        Row("--optimizer", Syntax.OneOf(Choices.Optimizers), o => o.Optimizer, (o, v) => o with { Optimizer = v },
            "Update rule", ResumeRule.Fixed),
        Row("--momentum", Syntax.Fraction.OrUnset(), o => o.MomentumOrDefault, (o, v) => o with { Momentum = v },
            "Momentum of sgd and rmsprop, first beta of adam and its kin, from 0 to less than 1", ResumeRule.Fixed,
            OptimizerDefaults.Describe(row => row.Momentum)),
        Row("--nesterov", Syntax.Truth, o => o.Nesterov, (o, v) => o with { Nesterov = v },
            "Nesterov's look-ahead (sgd)", ResumeRule.Fixed),
        Row("--momentum-form", Syntax.OneOf(Choices.MomentumForms), o => o.MomentumForm, (o, v) => o with { MomentumForm = v },
            "Whether the velocity holds the rate (sgd)", ResumeRule.Fixed),
        Row("--weight-decay", Syntax.NotNegative.OrUnset(), o => o.WeightDecayOrDefault, (o, v) => o with { WeightDecay = v },
            "Weight decay, 0 or more; an L2 penalty for sgd, adam and their kin, decoupled from the gradient for adamw and all newer ones", ResumeRule.Fixed, OptimizerDefaults.Describe(row => row.WeightDecay)),
        Row("--no-decay-on-norms-and-biases", Syntax.Switch,
            o => o.NoDecayOnNormsAndBiases, (o, v) => o with { NoDecayOnNormsAndBiases = v },
            "Leave biases and the parameters of norms out of the decay", ResumeRule.Fixed),
    ]);

    public static IReadOnlyList<OptionRow<TOptions>> Machine { get; } =
    [
        Row("--device", Syntax.OneOf(Choices.Devices), o => o.Device, (o, v) => o with { Device = v },
            "Where to compute (see catapult devices)", ResumeRule.Inherited),
        Row("--dtype", Syntax.OneOf(Choices.ElementTypes), o => o.ElementType, (o, v) => o with { ElementType = v },
            "Numbers to compute with", ResumeRule.Fixed),
        Row("--precision", Syntax.OneOf(Choices.Precisions), o => o.Precision, (o, v) => o with { Precision = v },
            "How a GPU multiplies matrices and convolves float32: exactly, or on tensor cores where it has them", ResumeRule.Inherited),
        Row("--threads", Syntax.Whole(1, 1024), o => o.Threads, (o, v) => o with { Threads = v },
            "Threads of the cpu device; they change the speed, not the result", ResumeRule.Own, "one a processor"),
        Row("--seed", Syntax.Whole(0UL), o => o.Seed, (o, v) => o with { Seed = v },
            "Seed of every random number: same seed, same result", ResumeRule.Fixed),
        Row("--resume", Syntax.Folder, o => o.Resume, (o, v) => o with { Resume = v },
            "Continue from the checkpoint of the run in that folder", ResumeRule.Own, "a new run"),
        Row("--out", Syntax.Folder, o => o.Out, (o, v) => o with { Out = v },
            "Folder for the results", ResumeRule.Own, "runs/<time>-<dataset>-<model>, or the folder resumed from"),
        Row("--quiet", Syntax.Switch, o => o.Quiet, (o, v) => o with { Quiet = v },
            "Print the final lines only", ResumeRule.Own),
    ];

    // A `with` on the base record copies the record that it really is, so the casts hold.
    private static TypedOptionRow<TOptions, T> Row<T>(
        string name, ValueSyntax<T> syntax, Func<RunOptions, T> get, Func<RunOptions, T, RunOptions> set,
        string help, ResumeRule onResume, string? defaultText = null) =>
        new(name, syntax, o => get(o), (o, v) => (TOptions)set(o, v), help, onResume, defaultText);
}
