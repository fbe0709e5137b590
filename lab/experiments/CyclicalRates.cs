using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>Cyclical learning rates against a fixed one of nearly three times as many steps.</summary>
public sealed class CyclicalRates : Experiment
{
    // The paper's fixed run is 2.8 times as long as that of triangular2, and that of exp_range 1.7 times.
    private const double FixedLength = 2.8, ExpRangeLength = 1.7;

    // Points by which a run may fall short and still be as good: two standard errors of 10,000 test images at 60 %, for the difference of two runs.
    private const double AsGood = 0.014;

    private const int BatchSize = 100, CyclesOfRun = 2;

    private const double Momentum = 0.9, Decay = 4e-3;

    /// <inheritdoc/>
    public override string Name => "clr";

    /// <inheritdoc/>
    public override string Shows => "fixed rate, triangular, triangular2 and exp_range";

    /// <inheritdoc/>
    public override string Source => "Smith, Cyclical learning rates for training neural networks, WACV 2017, arXiv:1506.01186, section 4.1, table 1.";

    /// <inheritdoc/>
    public override string Claim =>
        "A rate that swings between two bounds, the swing halved after each cycle (triangular2), brings a small convolutional net on CIFAR-10 in 25,000 steps to the 81.4 % that a fixed rate at the lower bound needs 70,000 for; "
        + "with a swing that shrinks exponentially (exp_range) it comes to 82.2 % in 42,000.";

    /// <inheritdoc/>
    public override string? Dataset => "cifar10";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "5 s", ExperimentScale.Cpu => "6 min", _ => "30 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int images = context.Pick(200, 5_000, 50_000), epochs = context.Pick(2, 14, 50), nets = context.Pick(1, 2, 3);
        (double low, double high) = context.Pick((0.01, 0.04), (0.01, 0.04), (0.001, 0.006));
        ImageDatasets data = context.LoadFirst(Dataset!, images);
        int Long(double factor) => (int)Math.Round(factor * epochs);
        IReadOnlyList<Standing> standings = Contest.Run(
            context, Name,
            [
                new("fixed", net => Cell(data, net, Long(FixedLength), _ => new Constant(low))),
                new("fixed, short", net => Cell(data, net, epochs, _ => new Constant(low))),
                new("triangular", net => Cell(data, net, epochs, steps => Cycle(steps, CyclicalMode.Triangular, low, high))),
                new("triangular2", net => Cell(data, net, epochs, steps => Cycle(steps, CyclicalMode.Triangular2, low, high))),
                new("exp_range", net => Cell(data, net, Long(ExpRangeLength), steps => Cycle(steps, CyclicalMode.ExpRange, low, high))),
            ],
            nets);
        return Result(data, nets, (low, high), standings);
    }

    // exp_range ends with a tenth of its swing.
    private static Cyclical Cycle(long steps, CyclicalMode mode, double low, double high)
    {
        long half = Math.Max(1, steps / (2 * CyclesOfRun));
        return new(low, high, half, half, mode, mode == CyclicalMode.ExpRange ? Math.Pow(0.1, 1.0 / steps) : 1);
    }

    private static TrainingCell Cell(ImageDatasets data, ulong seed, int epochs, Func<long, Schedule> rate) => new()
    {
        Model = QuickNet,
        Data = data,
        BatchSize = BatchSize,
        Epochs = epochs,
        Schedule = steps => new GroupSchedule(rate(steps)),
        Optimizer = groups => new Sgd(groups),
        Momentum = Momentum,
        WeightDecay = Decay,
        JudgeEvery = Math.Max(1, epochs / 7),
        Seed = seed,
    };

    /// <summary>Caffe's quick net for CIFAR-10: three convolutions of 5x5 with pooling, two linear layers.</summary>
    private static Sequential QuickNet(ParameterFactory make, ImageDataset data) => new(
        new Conv2d(make, data.Channels, 32, 5, padding: 2), new MaxPool2d(2), new ReLU(),
        new Conv2d(make, 32, 32, 5, padding: 2), new ReLU(), new AvgPool2d(2),
        new Conv2d(make, 32, 64, 5, padding: 2), new ReLU(), new AvgPool2d(2),
        new Flatten(), new Linear(make, data.Height / 8 * (data.Width / 8) * 64, 64), new Linear(make, 64, data.Classes));

    private static ExperimentResult Result(ImageDatasets data, int nets, (double Low, double High) bounds, IReadOnlyList<Standing> standings)
    {
        (Standing longest, Standing brief, Standing triangular, Standing halving, Standing exponential) = (standings[0], standings[1], standings[2], standings[3], standings[4]);
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"CIFAR-10, the first {data.Train.Count} images, as they are; judged on all {data.Test.Count} test images"),
                new("model", "Caffe's quick net: convolutions of 5x5 to 32, 32 and 64 channels, each with pooling, then 64 and 10 units; PyTorch's first weights"),
                new("optimizer", FormattableString.Invariant($"SGD, momentum {Momentum}, weight decay {Decay}, batches of {BatchSize}; {nets} nets a policy")),
                new("bounds", FormattableString.Invariant($"{bounds.Low} and {bounds.High}; the fixed rate is the lower one")),
                new("cycles", $"{CyclesOfRun} a run; exp_range ends with a tenth of its swing"),
                new("lengths", FormattableString.Invariant($"{halving.Epochs} epochs; {ExpRangeLength} times as many for exp_range and {FixedLength} times for the fixed rate, as in the paper")),
            ],
            Table = new(["policy", .. Contest.Columns], [.. standings.Select(one => (string[])[one.Name, .. one.Cells])]),
            Findings =
            [
                new("triangular2 is as good as a fixed rate of 2.8 times as many steps", $"at most {Text(100 * AsGood)} points below", $"{Percent(halving.Accuracy)} % against {Percent(longest.Accuracy)} %", halving.Accuracy >= longest.Accuracy - AsGood),
                Contest.Beats("it beats the fixed rate at the same length", halving, brief),
                Contest.Beats("exp_range, of 1.7 times as many steps, beats triangular2", exponential, halving),
                Contest.Beats("to let the swing shrink is better than not to", halving, triangular),
            ],
            Figures = [new("error", "Test error of the first net of each policy.", TrainingOutcome.Errors(standings.Select(one => (one.Name, one.Nets[0]))))],
            Differences =
                "At scale cpu there is a tenth of the images and a thirtieth of the steps, so the bounds are ten and seven times the paper's 0.001 and 0.006: with so few steps the lower bound must train by itself. With a tenth of the images a net comes to about 60 % and then overfits, which bounds all policies alike. "
                + "The paper names the order of its policies, not a number of nets.",
        };
    }
}
