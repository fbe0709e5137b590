using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>What 1cycle gains over steps, with and without batch normalization, over depth.</summary>
public sealed class NormAndDepth : Experiment
{
    private const int BatchSize = 100;

    private const double Decay = 5e-4;

    private static readonly double[] Peaks = [0.03, 0.1, 0.3];

    /// <inheritdoc/>
    public override string Name => "norm-and-depth";

    /// <inheritdoc/>
    public override string Shows => "1cycle's gain with and without batch norm, and over depth";

    /// <inheritdoc/>
    public override string Source =>
        "Smith and Topin, Super-convergence, arXiv:1708.07120 (2018), table 1 (ResNets of 20, 56 and 110 layers); Bjorck, Gomes, Selman and Weinberger, Understanding batch normalization, NeurIPS 2018, arXiv:1806.02375.";

    /// <inheritdoc/>
    public override string Claim =>
        "Under a cycle of high rates ResNets of every depth beat usual training, by 1.8 points with 20 layers and by 2.1 with 56. Batch normalization is what bears the high rates: the rates that train best with it are several times those that train best without.";

    /// <inheritdoc/>
    public override string? Dataset => "cifar10";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "5 s", ExperimentScale.Cpu => "20 min", _ => "3 h on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int[] depths = context.Pick([8], (int[])[8, 14, 20], [20, 56, 110]);
        int epochs = context.Pick(1, 12, 30);
        ImageDatasets data = context.LoadFirst(Dataset!, context.Pick(100, 2_500, 50_000));
        Setting[] settings =
        [
            .. from depth in depths
               from isNormed in (bool[])[true, false]
               from isCycled in (bool[])[true, false]
               from peak in context.Pick(Peaks[..1], Peaks, Peaks)
               select new Setting(depth, isNormed, isCycled, peak),
        ];
        IReadOnlyList<Standing> standings = Contest.Run(context, Name, [.. settings.Select(setting => new Contestant(setting.ToString(), net => Cell(data, epochs, setting, net)))], context.Pick(1, 1, 2));
        return Result(data, epochs, depths, [.. settings.Zip(standings)]);
    }

    private static TrainingCell Cell(ImageDatasets data, int epochs, Setting setting, ulong seed) => new()
    {
        Model = setting.IsNormed
            ? (make, images) => Models.ResNet(make, setting.Depth, (images.Height, images.Width, images.Channels), images.Classes)
            : (make, images) => new NormFreeResNet(make, setting.Depth, images.Channels, images.Classes),
        Data = data,
        BatchSize = BatchSize,
        Epochs = epochs,
        Schedule = steps => setting.IsCycled
            ? new OneCycle(OneCyclePreset.Torch, setting.Peak, steps)
            : new GroupSchedule(new MultiStepDecay(setting.Peak, [Math.Max(1, steps / 2), Math.Max(2, steps * 3 / 4)], 0.1)),
        Optimizer = groups => new Sgd(groups),
        WeightDecay = Decay,
        Augmentation = Augmentation.Named("standard", data.Train),
        JudgeEvery = Math.Max(1, epochs / 3),
        Seed = seed,
    };

    private static ExperimentResult Result(ImageDatasets data, int epochs, int[] depths, IReadOnlyList<(Setting Setting, Standing Standing)> runs)
    {
        (Setting Setting, Standing Standing) Best(int depth, bool isNormed, bool isCycled) =>
            runs.Where(run => (run.Setting.Depth, run.Setting.IsNormed, run.Setting.IsCycled) == (depth, isNormed, isCycled)).MaxBy(run => run.Standing.Accuracy);
        double[] normed = [.. depths.Select(depth => Best(depth, true, true).Standing.Accuracy - Best(depth, true, false).Standing.Accuracy)];
        double[] free = [.. depths.Select(depth => Best(depth, false, true).Standing.Accuracy - Best(depth, false, false).Standing.Accuracy)];
        (double Normed, double Free)[] peaks = [.. depths.Select(depth => (Best(depth, true, true).Setting.Peak, Best(depth, false, true).Setting.Peak))];
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"CIFAR-10, the first {data.Train.Count} images, mirrored and shifted at random; judged on all {data.Test.Count} test images"),
                new("models", $"CIFAR ResNets of {string.Join(", ", depths)} layers; without norms, convolutions have biases and the second one of each block starts from 0, as does the last layer, so that signals keep their size"),
                new("training", FormattableString.Invariant($"SGD, momentum 0.9, weight decay {Decay}, batches of {BatchSize}, {epochs} epochs; the best of the peaks counts")),
                new("1cycle", "PyTorch's, momentum from 0.95 to 0.85 and back"),
                new("steps", "the peak, a tenth of it from the half on, a hundredth from three quarters on"),
            ],
            Table = new(["net, policy, peak", .. Contest.Columns], [.. runs.Select(run => (string[])[run.Setting.ToString(), .. run.Standing.Cells])]),
            Findings =
            [
                new("with batch norm 1cycle beats steps at every depth", "a gain above 0", Gains(depths, normed), normed.All(gain => gain > 0)),
                new("the gain does not shrink with depth", "at the largest depth at least that at the smallest", $"{Percent(normed[^1])} against {Percent(normed[0])} points", normed[^1] >= normed[0]),
                new("without batch norm the gain is smaller", "mean over depths", $"{Percent(free.Average())} against {Percent(normed.Average())} points; {Gains(depths, free)}", free.Average() < normed.Average()),
                new("batch norm bears higher rates", "the best peak under 1cycle is higher with it, at every depth", string.Join(", ", peaks.Select((pair, i) => $"{depths[i]} layers: {Text(pair.Normed)} against {Text(pair.Free)}")), peaks.All(pair => pair.Normed > pair.Free)),
            ],
            Figures = [new("gain", "What 1cycle gains over steps, over depth.", Picture(depths, normed, free))],
            Differences =
                "At scale cpu there are a twentieth of the images and few epochs, too few for a deep net to show what it can; the paper's gap is between full trainings. Nets without norms are those of Zhang, Dauphin and Ma (Fixup, 2019) in their simplest form, which the papers do not use. "
                + "There is one net a row at scale cpu, so differences below a point may be chance, and the peaks stand on a coarse grid.",
        };
    }

    private static string Gains(int[] depths, double[] gains) => string.Join(", ", gains.Select((gain, i) => $"{Percent(gain)} points with {depths[i]} layers"));

    private static Figure Picture(int[] depths, double[] normed, double[] free)
    {
        double[] x = [.. depths.Select(depth => (double)depth)];
        return new(new LineChart("", new Axis("layers") { WholeNumbers = true }, new Axis("1cycle's gain", "points"),
            [new Series("with batch norm", x, [.. normed.Select(gain => 100 * gain)]), new Series("without", x, [.. free.Select(gain => 100 * gain)], ColorRole.Second)]))
        { Width = 640 };
    }

    private sealed record Setting(int Depth, bool IsNormed, bool IsCycled, double Peak)
    {
        public override string ToString() => FormattableString.Invariant($"{Depth} layers {(IsNormed ? "with" : "without")} batch norm, {(IsCycled ? "1cycle" : "steps")}, {Peak}");
    }
}
