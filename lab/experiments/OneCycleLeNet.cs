using System.Globalization;
using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>1cycle on LeNet and MNIST against a constant rate and a stair, which have three times as many epochs.</summary>
public sealed class OneCycleLeNet : Experiment
{
    private const double Low = 0.01, High = 0.1, Momentum = 0.9, Decay = 5e-4;

    private const int BatchSize = 128, Longer = 3;

    /// <inheritdoc/>
    public override string Name => "one-cycle-lenet";

    /// <inheritdoc/>
    public override string Shows => "1cycle on LeNet against a constant rate and a stair";

    /// <inheritdoc/>
    public override string Source => "Smith and Topin, Super-convergence: very fast training of neural networks using large learning rates, arXiv:1708.07120 (2018), table 2.";

    /// <inheritdoc/>
    public override string Claim =>
        "LeNet on MNIST trained under one cycle of the learning rate, from 0.01 to 0.1 and back, reaches 99.25 % in 12 epochs, where usual training from 0.01 reaches 99.03 % in 85.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "3 s", ExperimentScale.Cpu => "15 min", _ => "30 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int images = context.Pick(128, 20_000, 60_000), epochs = context.Pick(1, 12, 12), nets = context.Pick(1, 2, 5);
        ImageDatasets data = context.LoadFirst(Dataset!, images);
        Policy[] policies =
        [
            new("1cycle", epochs, steps => new OneCycle(OneCyclePreset.Smith2018 with { DivFactor = High / Low }, High, steps)),
            new("constant", Longer * epochs, _ => new GroupSchedule(new Constant(Low))),
            new("stair", Longer * epochs, steps => new GroupSchedule(new MultiStepDecay(Low, [steps / 2, steps * 3 / 4], 0.1))),
        ];
        IReadOnlyList<TrainingOutcome> outcomes = new Sweep<(Policy Policy, ulong Seed), TrainingOutcome>(context, Name).Run(
            [.. from policy in policies from net in Enumerable.Range(0, nets) select (policy, context.Seed + (ulong)net)],
            setting => $"{setting.Policy.Name}, {setting.Policy.Epochs} epochs of {data.Train.Count}, net {setting.Seed}",
            (setting, backend) => Cell(data, setting.Policy, setting.Seed).Train(backend, context.Cancel),
            outcome => outcome.ToString());
        return Result(data, nets, [.. policies.Zip(outcomes.Chunk(nets))]);
    }

    private static TrainingCell Cell(ImageDatasets data, Policy policy, ulong seed) => new()
    {
        Model = "lenet",
        Data = data,
        BatchSize = BatchSize,
        Epochs = policy.Epochs,
        Schedule = policy.Schedule,
        Optimizer = model =>
        {
            ParameterGroup[] groups = ParameterGroup.All(model, Decay);
            groups[0].Momentum = Momentum;
            return new Sgd(groups);
        },
        Seed = seed,
    };

    private static ExperimentResult Result(ImageDatasets data, int nets, IReadOnlyList<(Policy Policy, TrainingOutcome[] Outcomes)> runs)
    {
        double[] means = [.. runs.Select(run => run.Outcomes.Average(outcome => outcome.Accuracy))];
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"MNIST, the first {data.Train.Count} images, as they are; judged on all {data.Test.Count} test images"),
                new("model", "LeNet in Caffe's form, 431,080 parameters"),
                new("optimizer", FormattableString.Invariant($"SGD, momentum {Momentum}, weight decay {Decay}, batches of {BatchSize}; {nets} nets a policy")),
                new("1cycle", FormattableString.Invariant($"Smith's of 2018, from {Low} to {High} and back, momentum the other way, then annihilation")),
                new("constant", FormattableString.Invariant($"{Low}")),
                new("stair", FormattableString.Invariant($"{Low}, a tenth of it from the half on, a hundredth from three quarters on")),
            ],
            Table = new(
                ["policy", "epochs", "test accuracy, mean (%)", "of each net (%)", "training loss"],
                [.. runs.Select((run, i) => new[] { run.Policy.Name, $"{run.Policy.Epochs}", Percent(means[i]), string.Join(", ", run.Outcomes.Select(outcome => Percent(outcome.Accuracy))), run.Outcomes.Average(outcome => outcome.Losses.LastOrDefault(double.NaN)).ToString("G3", CultureInfo.InvariantCulture) })]),
            Findings =
            [
                new("1cycle beats a constant rate of three times as many epochs", "higher mean test accuracy", $"{Percent(means[0])} % against {Percent(means[1])} %", means[0] > means[1]),
                new("and a stair of as many", "higher mean test accuracy", $"{Percent(means[0])} % against {Percent(means[2])} %", means[0] > means[2]),
            ],
            Figures = [new("accuracy", "Test error after each epoch, of the first net of each policy.", TrainingOutcome.Errors(runs.Select(run => (run.Policy.Name, run.Outcomes[0]))))],
            Differences =
                "The paper trains on all 60,000 images with batches of 512 and lets usual training fall by Caffe's inverse policy over 85 epochs; here are a third of the images at scale cpu, and both a constant rate and a stair. "
                + "So the absolute figures are lower, and the comparison is the claim's.",
        };
    }

    private sealed record Policy(string Name, int Epochs, Func<long, GroupSchedule> Schedule);
}
