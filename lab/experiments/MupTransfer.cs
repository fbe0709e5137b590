using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>The best rate of Adam over the width of a net, in the standard parametrization and in that of maximal updates.</summary>
public sealed class MupTransfer : Experiment
{
    private const int BatchSize = 64;

    private const double FirstRate = 1e-4, RateRatio = 2;

    // Steps of the grid of rates, from the narrowest net to the widest.
    private const double Moves = 2, Stays = 1;

    /// <inheritdoc/>
    public override string Name => "mup-transfer";

    /// <inheritdoc/>
    public override string Shows => "the best rate against width, standard and muP";

    /// <inheritdoc/>
    public override string Source => "Yang, Hu, Babuschkin, Sidor, Liu, Farhi, Ryder, Pachocki, Chen and Gao, Tensor programs V: tuning large neural networks via zero-shot hyperparameter transfer, arXiv:2203.03466 (2022), figures 1 and 3.";

    /// <inheritdoc/>
    public override string Claim =>
        "In the standard parametrization the best learning rate of Adam falls as a net grows wider, so that a rate found on a narrow net is too high for a wide one, which at it may be worse than the narrow one. In the maximal update parametrization the best rate stays where it is, and at a given rate wider is better.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "3 s", ExperimentScale.Cpu => "4 min", _ => "10 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int[] widths = context.Pick([32, 64], (int[])[64, 256, 1024, 2048], [64, 256, 1024, 4096]);
        int count = context.Pick(3, 10, 12), nets = context.Pick(1, 2, 4), epochs = context.Pick(1, 2, 3);
        double[] rates = [.. Enumerable.Range(0, count).Select(i => FirstRate * Math.Pow(RateRatio, i))];
        ImageDatasets data = context.LoadFirst(Dataset!, context.Pick(128, 4_000, 20_000));
        Setting[] settings = [.. from isMup in (bool[])[false, true] from width in widths from rate in rates select new Setting(isMup, width, rate)];
        IReadOnlyList<Standing> standings = Contest.Run(context, Name, [.. settings.Select(setting => new Contestant(setting.ToString(), net => Cell(data, setting, widths[0], epochs, net)))], nets);
        Curve[] curves = [.. standings.Chunk(rates.Length).Select((row, i) => new Curve(settings[i * rates.Length].IsMup, settings[i * rates.Length].Width, rates, [.. row.Select(LossOf)]))];
        return Result(data, widths, nets, epochs, curves);
    }

    private static double LossOf(Standing standing) => standing.Nets.Average(net => net.DivergedAt is null ? net.Losses[^1] : double.PositiveInfinity);

    private static TrainingCell Cell(ImageDatasets data, Setting setting, int narrow, int epochs, ulong seed) => new()
    {
        Model = (make, images) => Create(make, images, setting, narrow),
        Data = data,
        BatchSize = BatchSize,
        Epochs = epochs,
        Schedule = _ => new GroupSchedule(new Constant(setting.Rate)),
        Optimizer = groups => new Adam(groups),
        Groups = model => setting.IsMup
            ? MaximalUpdate.Groups(model, Create(new ParameterFactory(model.NamedParameters()[0].Value.Backend), data.Train, setting with { Width = narrow }, narrow), isAdaptive: true)
            : ParameterGroup.All(model),
        JudgeEvery = epochs,
        Seed = seed,
    };

    private static Sequential Create(ParameterFactory make, ImageDataset images, Setting setting, int narrow)
    {
        var head = new Linear(make, setting.Width, images.Classes);
        if (setting.IsMup) head.Weight.Value.CopyFrom(Tensor.Zeros(make.Backend, head.Weight.Value.Shape));
        return new(
            new Flatten(), new Linear(make, images.ImageSize, setting.Width), new ReLU(), new Linear(make, setting.Width, setting.Width), new ReLU(), head,
            new Scaled(setting.IsMup ? (double)narrow / setting.Width : 1));
    }

    private static ExperimentResult Result(ImageDatasets data, int[] widths, int nets, int epochs, Curve[] curves)
    {
        Curve[] standard = [.. curves.Where(curve => !curve.IsMup)], mup = [.. curves.Where(curve => curve.IsMup)];
        double moved = Shift(standard), stayed = Shift(mup);
        int shared = mup[0].BestIndex;
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"MNIST, the first {data.Train.Count} images"),
                new("model", $"two hidden layers of rectifiers, widths {string.Join(", ", widths)}; muP from width {widths[0]}, with a last layer from 0 and its outputs times {widths[0]} / width"),
                new("training", FormattableString.Invariant($"Adam at a constant rate, {epochs} epochs, batches of {BatchSize}; rates from {FirstRate} by factors of {RateRatio}; {nets} nets a point")),
                new("loss", "the smoothed training loss at the end (the average of 0.98 with its bias corrected), the mean over nets, infinite where one diverged"),
                new("shift", $"steps of the grid, each a factor of {RateRatio}, from the best rate of the narrowest net down to that of the widest; best rates by a parabola through the best point and its neighbours"),
            ],
            Table = new(
                ["parametrization", "width", "best rate", "loss there", .. curves[0].Rates.Select(Text)],
                [.. curves.Select(curve => (string[])[curve.Name, $"{curve.Width}", Text(curve.BestRate), Text(curve.Losses[curve.BestIndex]), .. curve.Losses.Select(Text)])]),
            Findings =
            [
                new("the best standard rate falls with width", $"a shift of at least {Moves} steps", FormattableString.Invariant($"{moved:F2}: {Texts(standard, curve => curve.BestRate)}"), moved >= Moves),
                new("in muP it stays", $"a shift of at most {Stays} step either way", FormattableString.Invariant($"{stayed:F2}: {Texts(mup, curve => curve.BestRate)}"), Math.Abs(stayed) <= Stays),
                new("in muP the widest is best at the narrow one's best rate", "the loss falls from the narrowest to the widest there", Texts(mup, curve => curve.Losses[shared]), mup[^1].Losses[shared] < mup[0].Losses[shared]),
            ],
            Figures = [.. ((Curve[][])[standard, mup]).Select((group, i) => new ExperimentFigure(((string[])["standard", "mup"])[i], $"{group[0].Name}: training loss over the rate, by width.", Picture(group)))],
            Differences =
                "The paper's figures are of transformers and of a net of the same kind as here on CIFAR-10, over many more steps. In a training of a few hundred steps a high rate is worth more than in a long one, so the rates here are higher than one would train with. At its best rate every width is behind the standard one here: the last layer starts from 0 and its outputs are divided by the width, which costs steps that a short training does not get back.",
        };
    }

    private static double Shift(Curve[] curves) => Math.Log(curves[0].BestRate / curves[^1].BestRate) / Math.Log(RateRatio);

    private static Figure Picture(Curve[] curves) => new(new LineChart(
        "", new Axis("learning rate", null, AxisScale.Log10), new Axis("training loss", null, AxisScale.Log10) { Max = 2.5 },
        [.. curves.Select((curve, i) => new Series($"width {curve.Width}", curve.Rates, curve.Losses, (ColorRole)(i % 4 + 1)))])
    {
        Markers = [.. curves.Select(curve => new Marker("", curve.BestRate, curve.Losses[curve.BestIndex]))],
    })
    { Width = 640 };

    private sealed record Setting(bool IsMup, int Width, double Rate)
    {
        public override string ToString() => FormattableString.Invariant($"{(IsMup ? "muP" : "standard")}, width {Width}, {Rate:G4}");
    }

    private sealed record Curve(bool IsMup, int Width, double[] Rates, double[] Losses)
    {
        public string Name => IsMup ? "muP" : "standard";

        public int BestIndex => Losses.Index().MinBy(one => one.Item).Index;

        /// <summary>The bottom of the parabola through the best point and its neighbours, over the logarithm of the rate.</summary>
        public double BestRate
        {
            get
            {
                int i = BestIndex;
                if (i == 0 || i == Rates.Length - 1) return Rates[i];
                double left = Losses[i - 1] - Losses[i], right = Losses[i + 1] - Losses[i];
                double offset = double.IsFinite(left + right) && left + right > 0 ? (left - right) / (2 * (left + right)) : 0;
                return Rates[i] * Math.Pow(RateRatio, offset);
            }
        }
    }
}
