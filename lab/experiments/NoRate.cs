using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>Methods that want no learning rate, or no schedule, against AdamW under a tuned 1cycle.</summary>
public sealed class NoRate : Experiment
{
    private const int BatchSize = 64;

    private const double Decay = 0.01;

    // Points of accuracy that nobody would search a rate for.
    private const double Worth = 0.005;

    private static readonly double[] Grid = [3e-4, 1e-3, 3e-3, 1e-2];

    /// <inheritdoc/>
    public override string Name => "no-rate";

    /// <inheritdoc/>
    public override string Shows => "Prodigy, D-Adaptation and schedule-free methods against a tuned 1cycle";

    /// <inheritdoc/>
    public override string Source =>
        "Mishchenko and Defazio, Prodigy, arXiv:2306.06101 (2023); Defazio and Mishchenko, Learning-rate-free learning by D-Adaptation, ICML 2023, arXiv:2301.07733; Defazio et al., The road less scheduled, NeurIPS 2024, arXiv:2405.15682.";

    /// <inheritdoc/>
    public override string Claim =>
        "Without any search Prodigy and D-Adaptation come to what Adam comes to with a rate that was searched for, and schedule-free AdamW at its authors' rate comes, without a schedule, to what AdamW comes to under a tuned one.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "3 s", ExperimentScale.Cpu => "5 min", _ => "20 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        ImageDatasets data = context.LoadFirst(Dataset!, context.Pick(128, 8_000, 60_000));
        int epochs = context.Pick(1, 5, 10), nets = context.Pick(1, 2, 3);
        double[] grid = context.Pick(Grid[..1], Grid, Grid);
        Method[] methods =
        [
            .. grid.Select(rate => new Method(FormattableString.Invariant($"AdamW, 1cycle, {rate}"), true, steps => new OneCycle(OneCyclePreset.Torch, rate, steps), AdamW)),
            .. grid.Select(rate => new Method(FormattableString.Invariant($"AdamW, constant, {rate}"), true, _ => new GroupSchedule(new Constant(rate)), AdamW)),
            new("Prodigy, constant", false, _ => new GroupSchedule(new Constant(1)), groups => new Prodigy(groups)),
            new("Prodigy, cosine", false, Cosine, groups => new Prodigy(groups)),
            new("D-Adaptation, constant", false, _ => new GroupSchedule(new Constant(1)), groups => new DAdaptation(groups)),
            new("D-Adaptation, cosine", false, Cosine, groups => new DAdaptation(groups)),
            new("schedule-free AdamW, 0.0025", false, _ => new GroupSchedule(new Constant(0.0025)), groups => new ScheduleFreeAdamW(groups)),
        ];
        IReadOnlyList<Standing> standings = Contest.Run(context, Name, [.. methods.Select(method => new Contestant(method.Name, net => Cell(data, epochs, method, net)))], nets);
        return Result(data, epochs, nets, [.. methods.Zip(standings)]);
    }

    private static Adam AdamW(IReadOnlyList<ParameterGroup> groups) => new(groups, new AdamOptions(Decay: WeightDecayMode.Decoupled));

    private static GroupSchedule Cosine(long steps) => new(new CosineAnnealing(1, 0, Math.Max(1, steps - 1)));

    private static TrainingCell Cell(ImageDatasets data, int epochs, Method method, ulong seed) => new()
    {
        Model = TrainingCell.Named("lenet"),
        Data = data,
        BatchSize = BatchSize,
        Epochs = epochs,
        Schedule = method.Schedule,
        Optimizer = method.Create,
        WeightDecay = Decay,
        Seed = seed,
    };

    private static ExperimentResult Result(ImageDatasets data, int epochs, int nets, IReadOnlyList<(Method Method, Standing Standing)> runs)
    {
        Standing tuned = runs.Where(run => run.Standing.Name.StartsWith("AdamW, 1cycle", StringComparison.Ordinal)).MaxBy(run => run.Standing.Accuracy).Standing;
        Standing constant = runs.Where(run => run.Standing.Name.StartsWith("AdamW, constant", StringComparison.Ordinal)).MaxBy(run => run.Standing.Accuracy).Standing;
        Standing[] untuned = [.. runs.Where(run => !run.Method.IsSearched).Select(run => run.Standing)];
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"MNIST, the first {data.Train.Count} images; judged on all {data.Test.Count} test images"),
                new("model", "LeNet in Caffe's form, 431,080 parameters"),
                new("training", FormattableString.Invariant($"{epochs} epochs, batches of {BatchSize}, first beta 0.9, decoupled weight decay {Decay}; {nets} nets each")),
                new("searched", "AdamW under PyTorch's 1cycle and at a constant rate, the best of the grid in the table"),
                new("not searched", "Prodigy and D-Adaptation at their rate of 1, alone and with a cosine to 0; schedule-free AdamW at its authors' 0.0025, judged by its average"),
            ],
            Table = new(["method", .. Contest.Columns], [.. runs.Select(run => (string[])[run.Standing.Name, .. run.Standing.Cells])]),
            Findings =
            [
                .. untuned.Select(one => new Finding(
                    $"{one.Name} needs no search", $"at most {Text(100 * Worth)} points below the best 1cycle", $"{Percent(Math.Abs(tuned.Accuracy - one.Accuracy))} points {(one.Accuracy < tuned.Accuracy ? "below" : "above")}: {Percent(one.Accuracy)} % against {Percent(tuned.Accuracy)} %", one.Accuracy >= tuned.Accuracy - Worth)),
                new("some of them beat every constant rate", "the best of them above the best constant AdamW", $"{Percent(untuned.Max(one => one.Accuracy))} % against {Percent(constant.Accuracy)} %", untuned.Max(one => one.Accuracy) > constant.Accuracy),
            ],
            Figures = [new("error", "Test error of the first net of each.", TrainingOutcome.Errors([("AdamW, 1cycle", tuned.Nets[0]), ("AdamW, constant", constant.Nets[0]), .. untuned.Where(one => !one.Name.EndsWith("constant", StringComparison.Ordinal)).Select(one => (one.Name, one.Nets[0]))]))],
            Differences =
                "The papers train on CIFAR-10, ImageNet and language, for long; here is a short training on digits, in which the estimates, which start from a millionth, spend part of the run growing. A best rate at the edge of the grid might be beaten beyond it: the best constant one is the grid's lowest at scale cpu. The search's own cost, four trainings for each schedule, is not counted against it.",
        };
    }

    private sealed record Method(string Name, bool IsSearched, Func<long, GroupSchedule> Schedule, Func<IReadOnlyList<ParameterGroup>, Optimizer> Create);
}
