using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>Learning rate, batch size, weight decay and momentum as one regularization that has to be balanced.</summary>
public sealed class Balance : Experiment
{
    private static readonly (int BatchSize, double Momentum)[] Corners = [(32, 0.8), (32, 0.95), (256, 0.8), (256, 0.95)];

    /// <inheritdoc/>
    public override string Name => "balance";

    /// <inheritdoc/>
    public override string Shows => "rate, batch size, weight decay and momentum trade off";

    /// <inheritdoc/>
    public override string Source => "Smith, A disciplined approach to neural network hyper-parameters, part 1, arXiv:1803.09820 (2018), sections 4 and 5.";

    /// <inheritdoc/>
    public override string Claim =>
        "Large learning rates, small batches, high momentum and weight decay all regularize, and their sum has to be right: where one grows another has to shrink. A larger rate wants less weight decay; a higher momentum wants a smaller rate, about as the rate over one less the momentum stays; a larger batch bears a larger rate.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "5 s", ExperimentScale.Cpu => "2 min", _ => "20 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int images = context.Pick(300, 2_000, 20_000), epochs = context.Pick(1, 12, 30), side = context.Pick(2, 6, 8), decayCount = context.Pick(2, 6, 8);
        ImageDatasets data = context.LoadFirst(Dataset!, images);
        double[] decays = [.. Enumerable.Range(0, decayCount).Select(i => Math.Pow(10, 0.5 * i - 3.5))];
        IReadOnlyList<Grid> grids = Grid.Run(
            context, Name, [.. Corners.Select(corner => FormattableString.Invariant($"batch {corner.BatchSize}, momentum {corner.Momentum}"))],
            [.. Corners.Select(_ => (Rates(side), decays))],
            (grid, rate, decay) => new TrainingCell
            {
                Model = TrainingCell.Named("mlp"),
                Data = data,
                BatchSize = Math.Min(Corners[grid].BatchSize, data.Train.Count),
                Epochs = epochs,
                Schedule = steps => new GroupSchedule(new OneCycle(OneCyclePreset.Smith2017, rate, steps).LearningRate),
                Optimizer = groups => new Sgd(groups),
                Momentum = Corners[grid].Momentum,
                WeightDecay = decay,
                JudgeEvery = epochs,
                Seed = context.Seed,
            });
        return Result(data, epochs, grids);
    }

    private static double[] Rates(int count) => [.. Enumerable.Range(0, count).Select(i => 0.01 * Math.Pow(2.5, i))];

    private static ExperimentResult Result(ImageDatasets data, int epochs, IReadOnlyList<Grid> grids)
    {
        (Grid smallLow, Grid smallHigh, Grid largeLow, Grid largeHigh) = (grids[0], grids[1], grids[2], grids[3]);
        int cells = Math.Max(3, grids[0].Rates.Count * grids[0].Decays.Count / 4);
        double[] slants = [.. grids.Select(grid => grid.Slant(cells))];
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"MNIST, the first {data.Train.Count} images; judged on {data.Test.Count} test images"),
                new("model", "two hidden layers of 512 rectifiers"),
                new("training", $"SGD, {epochs} epochs whatever the batch, the rate along a triangle that rises for half of the run (Smith 2017); one net a cell"),
                new("usual rate of a grid", "the geometric mean of the best rate at each decay"),
                new("slant", $"correlation of the logarithms of rate and decay over the best {cells} cells of a grid"),
            ],
            Table = new(
                ["grid", "best rate", "best decay", "test accuracy (%)", "usual rate", "slant", "best decay at each rate, rising"],
                [.. grids.Select((grid, i) => (string[])[grid.Name, Text(grid.Best.Rate), Text(grid.Best.Decay), Percent(grid.Best.Accuracy), Text(UsualRate(grid)), Text(slants[i]), Texts(grid.Rates, grid.BestDecay)])]),
            Findings =
            [
                new("a larger rate wants less decay", "a negative slant, mean over the four grids", $"{Text(slants.Average())}: {Texts(slants, slant => slant)}", slants.Average() < 0),
                new("a higher momentum wants a smaller rate", "for both batch sizes", $"{Text(UsualRate(smallHigh))} against {Text(UsualRate(smallLow))}, {Text(UsualRate(largeHigh))} against {Text(UsualRate(largeLow))}", UsualRate(smallHigh) < UsualRate(smallLow) && UsualRate(largeHigh) < UsualRate(largeLow)),
                new("about as 1 - momentum, which is a quarter", "ratios of usual rates from 1/8 to 1/2", $"{Text(UsualRate(smallHigh) / UsualRate(smallLow))} and {Text(UsualRate(largeHigh) / UsualRate(largeLow))}", IsAboutAQuarter(UsualRate(smallHigh) / UsualRate(smallLow)) && IsAboutAQuarter(UsualRate(largeHigh) / UsualRate(largeLow))),
                new("a larger batch bears a larger rate", "for both momenta", $"{Text(UsualRate(largeLow))} against {Text(UsualRate(smallLow))}, {Text(UsualRate(largeHigh))} against {Text(UsualRate(smallHigh))}", UsualRate(largeLow) > UsualRate(smallLow) && UsualRate(largeHigh) > UsualRate(smallHigh)),
            ],
            Figures = [.. grids.Select((grid, i) => new ExperimentFigure(FormattableString.Invariant($"batch{Corners[i].BatchSize}-momentum{100 * Corners[i].Momentum:F0}"), $"{grid.Name}: test accuracy over rates and decays; pale cells lie 4 points or more below the best, which is underlined.", grid.Picture(points: 4)))],
            Differences =
                "The paper reads its claims off curves of single runs of wide ResNets and DenseNets on CIFAR-10 and others; here each is a map of a small net on a part of MNIST. All grids train for the same number of epochs, so a batch of 256 has an eighth of the steps, and a larger rate makes up for these as well as for the batch. "
                + "One net a cell leaves chance of some tenths of a point between neighbours, which is why the rates and the slants are taken over many cells.",
        };
    }

    private static bool IsAboutAQuarter(double ratio) => ratio is >= 0.125 and <= 0.5;

    private static double UsualRate(Grid grid) => Math.Exp(grid.Decays.Average(decay => Math.Log(grid.BestRate(decay))));
}
