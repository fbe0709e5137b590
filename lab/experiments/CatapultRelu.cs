using Catapult.Engine;
using Catapult.Kernels;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>The phases of a two-layer ReLU net on two digits: the catapult reaches to about 12 / lambda0, and beyond it nets die.</summary>
public sealed class CatapultRelu : Experiment
{
    private const double Divergence = 1e8, Trained = 0.1, Alive = 0.01;

    // Of the loss beside its first value: rounding.
    private const double Rise = 1.001;

    private static readonly double[] Rates = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 13, 14, 16, 20];

    /// <inheritdoc/>
    public override string Name => "catapult-relu";

    /// <inheritdoc/>
    public override string Shows => "the phases of a two-layer ReLU net on two digits";

    /// <inheritdoc/>
    public override string Source => "Lewkowycz, Bahri, Dyer, Sohl-Dickstein and Gur-Ari, The large learning rate phase of deep learning: the catapult mechanism, arXiv:2003.02218 (2020), section 3.";

    /// <inheritdoc/>
    public override string Claim =>
        "Wide nets have the phases of the linear model: below eta lambda0 = 2, with lambda0 the largest eigenvalue of the tangent kernel at the start, the loss falls and lambda stays; "
        + "above it the loss first rises and lambda is thrown down. With ReLU the catapult phase does not end at 4 but at about 12.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "1 s", ExperimentScale.Cpu => "1 min", _ => "10 min" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        var size = new Size(context.Pick(64, 1024, 2048), context.Pick(16, 128, 128), context.Pick(50, 1000, 2000));
        Digits digits = Digits.Of(context.Load(Dataset!).Train, size.Examples);
        double[] rates = context.Pick([.. Rates.Where((_, i) => i % 5 == 0)], Rates, Rates);
        ulong[] seeds = [.. Enumerable.Range(0, context.Pick(1, 3, 5)).Select(i => context.Seed + (ulong)i)];
        IReadOnlyList<Outcome> outcomes = new Sweep<(double Rate, ulong Seed), Outcome>(context, Name).Run(
            [.. from rate in rates from seed in seeds select (rate, seed)],
            setting => FormattableString.Invariant($"eta lambda0 = {setting.Rate}, net {setting.Seed}, {size}"),
            (setting, backend) => Train(context, backend, digits, size, setting.Rate, setting.Seed),
            outcome => $"{outcome.Kind}, peak loss {Text(outcome.Peak)}");
        return Result(size, seeds.Length, [.. outcomes.Chunk(seeds.Length).Select(nets => new RateOutcome(nets))]);
    }

    private static Outcome Train(ExperimentContext context, Backend backend, Digits digits, Size size, double rate, ulong seed)
    {
        using var scope = TensorScope.Open();
        var net = new TwoLayerNet(new ParameterFactory(backend, seed), Digits.Pixels, size.Width);
        Tensor x = Tensor.From(backend, digits.Images, [size.Examples, Digits.Pixels]), y = Tensor.From(backend, digits.Targets, [size.Examples, 1]);
        double first = net.Curvature(x);
        var descent = new GradientDescent(context, net, rate / first, () => (net.Forward(x) - y).Unary(new Square()).Mean() * 0.5);
        var losses = new List<double>();
        for (int step = 0; step < size.Steps && (losses.Count == 0 || losses[^1] < Divergence); step++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            losses.Add(descent.Step());
        }
        if (!(losses[^1] < Divergence)) return new(rate, "diverged", losses, double.NaN, double.NaN);
        double active = net.ActiveShare(x);
        string kind = losses[^1] <= Trained * losses[0] ? "trained" : active < Alive ? "dead" : "not trained";
        return new(rate, kind, losses, net.Curvature(x) / first, active);
    }

    private static ExperimentResult Result(Size size, int nets, IReadOnlyList<RateOutcome> outcomes)
    {
        RateOutcome[] lazy = [.. outcomes.Where(one => one.Rate < 2)], catapult = [.. outcomes.Where(one => one.Rate is > 2 and <= 10)], beyond = [.. outcomes.Where(one => one.Rate >= 16)];
        double limit = outcomes.Where(one => one.IsTrained).Select(one => one.Rate).DefaultIfEmpty().Max();
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"{size.Examples} MNIST images of 0 and 1, each scaled to |x|^2 = d/16, targets -1 and 1"),
                new("model", $"f = n^-1/2 v.relu(d^-1/2 W x), n = {size.Width}, no bias, first values N(0, 1), float32; {nets} nets a rate"),
                new("training", $"gradient descent on half the mean squared error, whole batch, {size.Steps} steps"),
                new("lambda", "largest eigenvalue of J J'/m over the outputs, by Lanczos"),
                new("trained", $"the last loss is at most {Trained} of the first"),
                new("dead", $"not trained, and fewer than {Alive:P0} of the pairs of unit and image are on"),
            ],
            Table = new(
                ["eta lambda0", "outcome", "first loss", "peak loss", "last loss", "lambda / lambda0", "active units (%)"],
                [.. outcomes.Select(one => new[] { Text(one.Rate), one.Kinds, Text(one.First), Text(one.Peak), Text(one.Last), Text(one.Shrinkage), Text(100 * one.Active) })]),
            Findings =
            [
                new("lazy below 2", "trained, and the loss never rises above its first value", $"{Kinds(lazy)}; peak / L0 {Texts(lazy, one => one.Peak / one.First)}", lazy.All(one => one.IsTrained && one.Peak <= Rise * one.First)),
                new("catapult from 2 to 10", "trained, after a peak above the first loss, lambda thrown below 0.7 lambda0", $"{Kinds(catapult)}; peak / L0 {Texts(catapult, one => one.Peak / one.First)}; lambda / lambda0 {Texts(catapult, one => one.Shrinkage)}", catapult.All(one => one.IsTrained && one.Peak > one.First && one.Shrinkage < 0.7)),
                new("no training from 16 on", "diverged or dead", Kinds(beyond), beyond.All(one => !one.IsTrained)),
                new("the limit lies near 12", "largest trained eta lambda0 from 10 to 14", Text(limit), limit is >= 10 and <= 14),
            ],
            Figures = [new("loss", "Loss over the steps, of one net a rate: the further above 2, the higher the catapult; at 20 the net does not come back.", Losses(outcomes)), new("phases", "Curvature of the nets that trained, and active units, at the end, over the rate.", Phases(outcomes))],
            Differences =
                "The paper's nets are of many kinds; this is the smallest that shows it. A ReLU net that is thrown too far may not become infinite but die: its units are off for all images, the gradient is gone and "
                + "the loss stands at that of f = 0; dead is therefore an outcome of its own. The table has the median over the nets. Where the limit lies rests on the images: scaled to the same length as here it is 12 or 13 for most nets; "
                + "with plain pixels from 0 to 1, whose lengths differ, trial runs of four nets trained up to 16 and once to 20, and with standardized pixels up to 16.",
        };
    }

    private static Figure Losses(IReadOnlyList<RateOutcome> outcomes)
    {
        double[] rates = [0.5, 3, 10, 20];
        Outcome[] shown = [.. outcomes.Where(one => rates.Contains(one.Rate)).Select(one => one.Nets[0])];
        Series[] series = [.. shown.Select((one, i) => new Series(
            $"eta lambda0 = {Text(one.Rate)}", [.. Enumerable.Range(1, one.Losses.Count).Select(step => (double)step)], one.Losses, (ColorRole)(i % 4 + 1)) { Dashed = one.Kind != "trained" })];
        return new Figure(new LineChart("", new Axis("step", null, AxisScale.Log10), new Axis("loss", null, AxisScale.Log10) { Max = 1e4 }, series)) { Width = 640 };
    }

    private static Figure Phases(IReadOnlyList<RateOutcome> outcomes)
    {
        double[] rates = [.. outcomes.Select(one => one.Rate)];
        var x = new Axis("eta lambda0");
        return new Figure(
            new LineChart("", x, new Axis("lambda / lambda0"), [new Series("lambda / lambda0", rates, [.. outcomes.Select(one => one.IsTrained ? one.Shrinkage : double.NaN)])])
            {
                Markers = [new Marker("2", 2), new Marker("12", 12)],
            },
            new LineChart("", x, new Axis("active units", "%"), [new Series("active units", rates, [.. outcomes.Select(one => 100 * one.Active)], ColorRole.Third)]) { PlotHeight = 110 })
        { Width = 640 };
    }

    private static string Kinds(IEnumerable<RateOutcome> outcomes) => RateOutcome.Count(outcomes.SelectMany(one => one.Nets));

    private sealed record Size(int Width, int Examples, int Steps)
    {
        public override string ToString() => $"width {Width}, {Examples} images, {Steps} steps";
    }

    /// <summary>What became of one net at one rate.</summary>
    internal sealed record Outcome(double Rate, string Kind, IReadOnlyList<double> Losses, double Shrinkage, double Active)
    {
        public double Peak => Losses.Where(double.IsFinite).Max();
    }

    /// <summary>The nets of one rate, and their medians.</summary>
    private sealed record RateOutcome(IReadOnlyList<Outcome> Nets)
    {
        public double Rate => Nets[0].Rate;

        public string Kinds => Count(Nets);

        public bool IsTrained => Nets.Count(net => net.Kind == "trained") > Nets.Count / 2;

        public double First => Median(net => net.Losses[0]);

        public double Peak => Median(net => net.Peak);

        public double Last => Median(net => net.Losses[^1]);

        public double Shrinkage => Median(net => net.Shrinkage);

        public double Active => Median(net => net.Active);

        public static string Count(IEnumerable<Outcome> nets) => string.Join(", ", nets.GroupBy(net => net.Kind).Select(group => $"{group.Count()} {group.Key}"));

        private double Median(Func<Outcome, double> value) => Nets.Select(value).Order().ElementAt(Nets.Count / 2);
    }
}
