using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>Decoupled against coupled weight decay over a grid of rates and decays, for SGD and Adam.</summary>
public sealed class AdamWAgainstL2 : Experiment
{
    private const int BatchSize = 100;

    private const double Wrong = 0.2;

    // Half a decade from one decay to the next.
    private static readonly double Decade = Math.Sqrt(10);

    // The share of a grid's cells whose shape is looked at.
    private const double Basin = 0.25;

    private static readonly string[] Names = ["SGD with L2", "SGDW", "Adam with L2", "AdamW"];

    /// <inheritdoc/>
    public override string Name => "adamw-vs-l2";

    /// <inheritdoc/>
    public override string Shows => "decoupled against coupled weight decay over rates and decays";

    /// <inheritdoc/>
    public override string Source => "Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019, arXiv:1711.05101, figures 1 and 2.";

    /// <inheritdoc/>
    public override string Claim =>
        "With an L2 penalty the best weight decay depends on the learning rate, so that the basin of good settings is a diagonal; decay apart from the gradient makes it a rectangle, whose sides can be found one after the other. "
        + "Adam with decoupled decay comes to better accuracy than Adam with an L2 penalty.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "5 s", ExperimentScale.Cpu => "5 min", _ => "20 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int images = context.Pick(100, 2_000, 20_000), epochs = context.Pick(1, 40, 60), side = context.Pick(2, 6, 8);
        ImageDatasets data = WrongLabels.In(context.LoadFirst(Dataset!, images), Wrong, context.Seed);
        double[] sgdRates = Steps(0.005, 2.5, side), adamRates = Steps(1e-4, 2.5, side);
        // The paper's decay is a share of the weights a step, times the schedule's multiplier alone; the engine multiplies by the rate as well.
        double[] shares = Steps(1e-4, Decade, side), sgdPenalties = Steps(1e-3, Decade, side), adamPenalties = Steps(1e-4, Decade, side);
        IReadOnlyList<Grid> grids = Grid.Run(
            context, Name, Names, [(sgdRates, sgdPenalties), (sgdRates, shares), (adamRates, adamPenalties), (adamRates, shares)],
            (grid, rate, decay) => new TrainingCell
            {
                Model = TrainingCell.Named("mlp"),
                Data = data,
                BatchSize = BatchSize,
                Epochs = epochs,
                Schedule = steps => new GroupSchedule(new CosineAnnealing(rate, 0, Math.Max(1, steps - 1))),
                Optimizer = groups => grid < 2 ? new Sgd(groups, new SgdOptions(Decay: Mode(grid))) : new Adam(groups, new AdamOptions(Decay: Mode(grid))),
                WeightDecay = Mode(grid) == WeightDecayMode.Decoupled ? decay / rate : decay,
                JudgeEvery = epochs,
                Seed = context.Seed,
            });
        return Result(data, epochs, grids);
    }

    private static WeightDecayMode Mode(int grid) => grid % 2 == 0 ? WeightDecayMode.Coupled : WeightDecayMode.Decoupled;

    private static double[] Steps(double first, double ratio, int count) => [.. Enumerable.Range(0, count).Select(i => first * Math.Pow(ratio, i))];

    private static string Rates(Grid grid) => $"rates {Text(grid.Rates[0])} to {Text(grid.Rates[^1])} by {Text(grid.Rates[1] / grid.Rates[0])}";

    private static string Decays(Grid grid) => $"{Text(grid.Decays[0])} to {Text(grid.Decays[^1])} by {Text(grid.Decays[1] / grid.Decays[0])}";

    private static ExperimentResult Result(ImageDatasets data, int epochs, IReadOnlyList<Grid> grids)
    {
        int cells = Math.Max(3, (int)(Basin * grids[0].Rates.Count * grids[0].Decays.Count));
        double[] slants = [.. grids.Select(grid => grid.Slant(cells))];
        return new ExperimentResult
        {
            Settings =
            [
                new("data", FormattableString.Invariant($"MNIST, the first {data.Train.Count} images, {100 * Wrong} % of whose labels are wrong, so that regularization shows; judged on {data.Test.Count} test images")),
                new("model", "two hidden layers of 512 rectifiers"),
                new("training", $"{epochs} epochs, batches of {BatchSize}, the rate along a cosine to 0; one net a cell, the same first weights in all"),
                new("L2", "decay times the weights is added to the gradient"),
                new("decoupled", "weights lose a share of themselves at each step: the decay times the schedule's multiplier, from 1 to 0, and not times the rate, which is the paper's form"),
                new("grids", $"{Rates(grids[0])} for SGD, {Rates(grids[2])} for Adam; decays {Decays(grids[0])} for SGD's penalty, {Decays(grids[1])} as a share, {Decays(grids[2])} for Adam's penalty"),
                new("slant", $"correlation of the logarithms of rate and decay over the best {cells} cells of a grid: -1 for a diagonal, 0 for a rectangle"),
            ],
            Table = new(
                ["method", "best rate", "best decay", "test accuracy (%)", "slant", "best decay at each rate, rising"],
                [.. grids.Select((grid, i) => (string[])[grid.Name, Text(grid.Best.Rate), Text(grid.Best.Decay), Percent(grid.Best.Accuracy), Text(slants[i]), Texts(grid.Rates, grid.BestDecay)])]),
            Findings =
            [
                new("the basin of SGD with L2 is slanted", "a slant below that of SGDW, and below -0.3", $"{Text(slants[0])} against {Text(slants[1])}", slants[0] < slants[1] && slants[0] < -0.3),
                new("so is that of Adam with L2", "a slant further from 0 than that of AdamW", $"{Text(slants[2])} against {Text(slants[3])}", Math.Abs(slants[2]) > Math.Abs(slants[3])),
                new("AdamW is better than Adam with L2", "higher accuracy, each at its best cell", $"{Percent(grids[3].Best.Accuracy)} % against {Percent(grids[2].Best.Accuracy)} %", grids[3].Best.Accuracy > grids[2].Best.Accuracy),
            ],
            Figures = [.. grids.Select((grid, i) => new ExperimentFigure(((string[])["sgd-l2", "sgdw", "adam-l2", "adamw"])[i], $"{grid.Name}: test accuracy over rates and decays; pale cells lie 10 points or more below the best, which is underlined.", grid.Picture()))],
            Differences =
                "The paper searches over 100 epochs of a ResNet on CIFAR-10, where weight decay is worth several points; on clean images of digits it is worth tenths, so here a fifth of the labels are wrong, which a net that is not regularized learns by heart. One net a cell leaves chance of some tenths of a point between neighbours. What has to be right here turns out to be the decay over the rate: gradients of wrong labels pull the harder the larger the rate is, and decay holds against them. An L2 penalty keeps that ratio, and so would a decoupled decay that is multiplied by the rate, as PyTorch and this engine have it, so its basin lies level, but for the lowest rates, at which nothing is learned by heart whatever the decay, and which lend it the slant that is measured; the paper's form does not keep it, so its basins slant upwards, a cell up for a cell to the right. Some of the best cells lie at an edge of their grid, Adam's lowest rate and AdamW's highest decay among them, so a wider grid might change which method is ahead. The best of many cells is flattered by chance.",
        };
    }
}
