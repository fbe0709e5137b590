using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;

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
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "3 s", ExperimentScale.Cpu => "7 min", _ => "30 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int images = context.Pick(128, 20_000, 60_000), epochs = context.Pick(1, 12, 12), nets = context.Pick(1, 2, 5);
        ImageDatasets data = context.LoadFirst(Dataset!, images);
        IReadOnlyList<Standing> standings = Contest.Run(
            context, Name,
            [
                new("1cycle", net => Cell(data, net, epochs, steps => new OneCycle(OneCyclePreset.Smith2018 with { DivFactor = High / Low }, High, steps))),
                new("constant", net => Cell(data, net, Longer * epochs, _ => new GroupSchedule(new Constant(Low)))),
                new("stair", net => Cell(data, net, Longer * epochs, steps => new GroupSchedule(new MultiStepDecay(Low, [steps / 2, steps * 3 / 4], 0.1)))),
            ],
            nets);
        return Result(data, nets, standings);
    }

    private static TrainingCell Cell(ImageDatasets data, ulong seed, int epochs, Func<long, GroupSchedule> schedule) => new()
    {
        Model = TrainingCell.Named("lenet"),
        Data = data,
        BatchSize = BatchSize,
        Epochs = epochs,
        Schedule = schedule,
        Optimizer = groups => new Sgd(groups),
        Momentum = Momentum,
        WeightDecay = Decay,
        Seed = seed,
    };

    private static ExperimentResult Result(ImageDatasets data, int nets, IReadOnlyList<Standing> standings)
    {
        (Standing cycled, Standing constant, Standing stair) = (standings[0], standings[1], standings[2]);
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
            Table = new(["policy", .. Contest.Columns], [.. standings.Select(one => (string[])[one.Name, .. one.Cells])]),
            Findings =
            [
                Contest.Beats("1cycle beats a constant rate of three times as many epochs", cycled, constant),
                Contest.Beats("and a stair of as many", cycled, stair),
            ],
            Figures = [new("accuracy", "Test error after each epoch, of the first net of each policy.", TrainingOutcome.Errors(standings.Select(one => (one.Name, one.Nets[0]))))],
            Differences =
                "The paper trains on all 60,000 images with batches of 512 and lets usual training fall by Caffe's inverse policy over 85 epochs; here are a third of the images at scale cpu, and both a constant rate and a stair. "
                + "So the absolute figures are lower, and the comparison is the claim's.",
        };
    }
}
