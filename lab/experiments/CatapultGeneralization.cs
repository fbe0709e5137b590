using Catapult.Engine;
using Catapult.Kernels;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>Test accuracy over eta lambda0: whether the best rate lies in the catapult phase.</summary>
public sealed class CatapultGeneralization : Experiment
{
    private const int Classes = 10;

    // Where a net counts as fitted: below this share of its first loss.
    private const double Fitted = 0.1, Divergence = 1e6;

    private static readonly double[] Rates = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

    /// <inheritdoc/>
    public override string Name => "catapult-generalization";

    /// <inheritdoc/>
    public override string Shows => "test accuracy by phase: where the best rate lies";

    /// <inheritdoc/>
    public override string Source => "Lewkowycz, Bahri, Dyer, Sohl-Dickstein and Gur-Ari, The large learning rate phase of deep learning: the catapult mechanism, arXiv:2003.02218 (2020), section 3.2.";

    /// <inheritdoc/>
    public override string Claim =>
        "Nets trained in the catapult phase, between eta lambda0 = 2 and about 12, end in flatter minima than those of the lazy phase, and the rate with the best test accuracy lies in that phase.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "1 s", ExperimentScale.Cpu => "10 min", _ => "20 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        var size = new Size(context.Pick(64, 1024, 2048), context.Pick(40, 512, 512), context.Pick(20, 2000, 10_000), context.Pick(2000, 4000, 10_000));
        ImageDatasets data = context.Load(Dataset!);
        Sample train = Sample.Of(data.Train, size.Examples), test = Sample.Of(data.Test, Math.Min(size.TestExamples, data.Test.Count));
        double[] rates = context.Pick([.. Rates.Where((_, i) => i % 4 == 0)], Rates, Rates);
        ulong[] seeds = [.. Enumerable.Range(0, context.Pick(1, 3, 5)).Select(i => context.Seed + (ulong)i)];
        IReadOnlyList<Outcome> outcomes = new Sweep<(double Rate, ulong Seed), Outcome>(context, Name).Run(
            [.. from rate in rates from seed in seeds select (rate, seed)],
            setting => FormattableString.Invariant($"eta lambda0 = {setting.Rate}, net {setting.Seed}, {size}"),
            (setting, backend) => Train(context, backend, train, test, size, setting.Rate, setting.Seed),
            outcome => outcome.IsFitted ? FormattableString.Invariant($"{100 * outcome.Accuracy:F2} %") : "not fitted");
        return Result(size, seeds.Length, [.. rates.Zip(outcomes.Chunk(seeds.Length), (rate, nets) => (rate, nets))]);
    }

    private static Outcome Train(ExperimentContext context, Backend backend, Sample train, Sample test, Size size, double rate, ulong seed)
    {
        using var scope = TensorScope.Open();
        var net = new TwoLayerNet(new ParameterFactory(backend, seed), Digits.Pixels, size.Width, Classes);
        Tensor x = train.Images(backend), y = train.Targets(backend);
        double first = net.Curvature(x);
        var descent = new GradientDescent(context, net, rate / first, () => (net.Forward(x) - y).Unary(new Square()).Sum() * (0.5 / x.Shape[0]));
        double firstLoss = 0, loss = 0;
        // The same time eta t for all rates, as gradient flow counts it.
        int steps = (int)Math.Ceiling(size.Time / rate);
        for (int step = 0; step < steps; step++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            loss = descent.Step();
            if (step == 0) firstLoss = loss;
            if (!(loss < Divergence)) return new(false, double.NaN, double.NaN);
        }
        return new(loss <= Fitted * firstLoss, test.Accuracy(backend, net), net.Curvature(x) / first);
    }

    private static ExperimentResult Result(Size size, int nets, IReadOnlyList<(double Rate, Outcome[] Nets)> rates)
    {
        Row[] rows = [.. rates.Select(one => Row.Of(one.Rate, one.Nets))];
        Row best = Row.Best(rows.Where(row => row.Fitted == nets)), lazy = Row.Best(rows.Where(row => row.Fitted == nets && row.Rate < 2));
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"{size.Examples} MNIST images of all digits, each scaled to |x|^2 = d/16, one-hot targets; judged on {size.TestExamples} test images"),
                new("model", $"f = n^-1/2 V relu(d^-1/2 W x), n = {size.Width}, ten outputs, no bias, first values N(0, 1), float32; {nets} nets a rate"),
                new("training", $"gradient descent on half the squared distance, whole batch, {size.Time} / (eta lambda0) steps: the same time eta t for all"),
                new("lambda", "largest eigenvalue of J J'/m over the outputs, by Lanczos"),
                new("fitted", FormattableString.Invariant($"the last loss is at most {Fitted} of the first")),
            ],
            Table = new(
                ["eta lambda0", "fitted nets", "test accuracy, mean (%)", "standard deviation (points)", "lambda / lambda0"],
                [.. rows.Select(row => new[] { Text(row.Rate), $"{row.Fitted} of {nets}", Percent(row.Accuracy), Percent(row.Deviation), Text(row.Shrinkage) })]),
            Findings =
            [
                new("the best rate lies in the catapult phase", "eta lambda0 above 2", $"{Text(best.Rate)}, at {Percent(best.Accuracy)} %; the best below 2 is {Text(lazy.Rate)}, at {Percent(lazy.Accuracy)} %", best.Rate > 2),
                new("by more than chance", "further above the best lazy rate than two standard deviations of the mean", $"{Percent(best.Accuracy - lazy.Accuracy)} points, of which chance makes {Percent(Error(best.Deviation, lazy.Deviation, nets))}", best.Accuracy - lazy.Accuracy > 2 * Error(best.Deviation, lazy.Deviation, nets)),
                new("its minima are flatter", "lambda / lambda0 at the best rate below that of the best lazy rate", $"{Text(best.Shrinkage)} against {Text(lazy.Shrinkage)}", best.Shrinkage < lazy.Shrinkage),
            ],
            Figures = [new("accuracy", "Test accuracy of the nets that fitted, mean over nets, and the curvature that they end with; the phases begin at 2 and end at about 12.", Picture(rows))],
            Differences =
                "The paper's figures are of wide convolutional and fully connected nets on CIFAR-10 and MNIST; this is one hidden layer on few images, where little but the phase differs from one rate to the next. "
                + "All rates have the same time eta t; with the same number of steps instead, small rates would be at a further disadvantage. The best of several rates is flattered by chance: compare it with its neighbours in the table.",
        };
    }

    private static double Error(double first, double second, int nets) => Math.Sqrt((first * first + second * second) / nets);

    private static Figure Picture(IReadOnlyList<Row> rows)
    {
        double[] rates = [.. rows.Select(row => row.Rate)];
        var x = new Axis("eta lambda0", null, AxisScale.Log10);
        return new Figure(
            new LineChart("", x, new Axis("test accuracy", "%"), [new Series("test accuracy", rates, [.. rows.Select(row => 100 * row.Accuracy)])]) { Markers = [new Marker("2", 2), new Marker("12", 12)] },
            new LineChart("", x, new Axis("lambda / lambda0") { Min = 0 }, [new Series("lambda / lambda0", rates, [.. rows.Select(row => row.Shrinkage)], ColorRole.Second)]) { PlotHeight = 120 })
        { Width = 640 };
    }

    private sealed record Size(int Width, int Examples, int TestExamples, double Time)
    {
        public override string ToString() => FormattableString.Invariant($"width {Width}, {Examples} images, time {Time}");
    }

    /// <summary>What became of one net.</summary>
    internal sealed record Outcome(bool IsFitted, double Accuracy, double Shrinkage);

    /// <summary>The nets of one rate that fitted: means over them, NaN where there are none.</summary>
    private sealed record Row(double Rate, int Fitted, double Accuracy, double Deviation, double Shrinkage)
    {
        public static Row Of(double rate, IReadOnlyList<Outcome> nets)
        {
            Outcome[] fitted = [.. nets.Where(net => net.IsFitted)];
            double mean = fitted.Select(net => net.Accuracy).DefaultIfEmpty(double.NaN).Average(), squares = fitted.Sum(net => (net.Accuracy - mean) * (net.Accuracy - mean));
            return new(
                rate, fitted.Length, mean, fitted.Length > 1 ? Math.Sqrt(squares / (fitted.Length - 1)) : double.NaN, fitted.Select(net => net.Shrinkage).DefaultIfEmpty(double.NaN).Average());
        }

        public static Row Best(IEnumerable<Row> rows) => rows.MaxBy(row => row.Accuracy) ?? new(double.NaN, 0, double.NaN, double.NaN, double.NaN);
    }

    /// <summary>The first images of a data set, as vectors of the same length.</summary>
    private sealed record Sample(float[] Pixels, int[] Labels)
    {
        public static Sample Of(ImageDataset data, int count) =>
            new([.. Enumerable.Range(0, count).SelectMany(i => Digits.Scaled(data.Image(i)))], data.Labels[..count]);

        public Tensor Images(Backend backend) => Tensor.From(backend, Pixels, [Labels.Length, Digits.Pixels]);

        public Tensor Targets(Backend backend)
        {
            var targets = new float[Labels.Length * Classes];
            for (int i = 0; i < Labels.Length; i++) targets[i * Classes + Labels[i]] = 1;
            return Tensor.From(backend, targets, [Labels.Length, Classes]);
        }

        public double Accuracy(Backend backend, Module net)
        {
            using var mode = Autograd.NoGrad();
            using var scope = TensorScope.Open();
            int[] guesses = net.Forward(Images(backend)).ArgMax().ToArray<int>();
            return guesses.Where((guess, i) => guess == Labels[i]).Count() / (double)Labels.Length;
        }
    }
}
