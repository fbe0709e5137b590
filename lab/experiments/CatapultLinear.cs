using Catapult.Engine;
using Catapult.Kernels;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>The three phases of the two-layer linear model, and the closed recursion that it follows.</summary>
public sealed class CatapultLinear : Experiment
{
    private const int Width = 512, Steps = 300;

    // The height of a peak rests on it: a smaller f has further to climb before its square bends lambda.
    private const double FirstOutput = 3.1;

    // Of the trial runs' peaks and shrinkages, which were written down with two figures.
    private const double TableTolerance = 0.15;

    // A loss this many times the first one does not come back.
    private const double Divergence = 1e6;

    // Of f and lambda, relative: sums of 512 products in double, against a recursion of a dozen operations.
    private const double Rounding = 1e-9;

    // eta lambda0, peak loss / L0, lambda / lambda0. Near 4 the end hangs on the last digit of f0, so that figure is left out.
    private static readonly (double Rate, double Peak, double? Shrinkage)[] Trials = [(1, 1, 0.98), (1.9, 1, 0.93), (2.5, 5.8, 0.48), (3, 16, 0.06), (3.9, 39, null)];

    private static readonly double[] Rates = [0.5, 1.0, 1.5, 1.9, 2.2, 2.5, 3.0, 3.5, 3.9, 4.1];

    /// <inheritdoc/>
    public override string Name => "catapult-linear";

    /// <inheritdoc/>
    public override string Shows => "the three phases of the two-layer linear model";

    /// <inheritdoc/>
    public override string Source => "Lewkowycz, Bahri, Dyer, Sohl-Dickstein and Gur-Ari, The large learning rate phase of deep learning: the catapult mechanism, arXiv:2003.02218 (2020), section 2.";

    /// <inheritdoc/>
    public override string Claim =>
        "The model f = n^-1/2 v.u on the one example x = 1, y = 0, trained by gradient descent on f^2/2, has the curvature lambda = (|u|^2 + |v|^2)/n, and both "
        + "follow a closed recursion: f' = (1 - eta lambda + eta^2 f^2/n) f and lambda' = lambda + eta f^2/n (eta lambda - 4). So below eta lambda0 = 2 the "
        + "loss falls and lambda stays (lazy phase); between 2 and 4 the loss first rises, which throws lambda down until eta lambda is below 2, and then falls "
        + "(catapult phase); above 4 both grow without bound.";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => "2 s";

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        Trajectory[] runs = [.. Rates.Select(rate => Train(context, rate))];
        Trajectory[] lazy = [.. runs.Where(run => run.Rate < 2)], catapult = [.. runs.Where(run => run.Rate is > 2 and < 4)], beyond = [.. runs.Where(run => run.Rate > 4)];
        double recursion = runs.Max(run => run.RecursionError);
        return new ExperimentResult
        {
            Settings =
            [
                new("model", $"f = n^-1/2 v.u, n = {Width}, one example, y = 0, float64"),
                new("first values", $"N(0, 1), then v moved along u so that f0 = {FirstOutput}"),
                new("training", $"gradient descent, {Steps} steps, eta = (eta lambda0) / lambda0"),
            ],
            Table = new(
                ["eta lambda0", "outcome", "peak loss / L0", "last loss / L0", "lambda / lambda0", "eta lambda at the end"],
                [.. runs.Select(run => new[] { Text(run.Rate), run.Diverged ? $"diverged at step {run.Losses.Count - 1}" : "trained", Text(run.Peak), Text(run.Losses[^1]), Text(run.Shrinkage), Text(run.Rate * run.Shrinkage) })]),
            Findings =
            [
                new("every step is that of the recursion", $"f and lambda within {Rounding:0e0} relative", $"largest difference {recursion:0.0e0}", recursion < Rounding),
                new("lazy below 2", "the loss never rises, lambda stays above 0.9 lambda0", $"peaks {Texts(lazy, run => run.Peak)}; lambda / lambda0 {Texts(lazy, run => run.Shrinkage)}", lazy.All(run => !run.Diverged && run.Peak <= 1 && run.Shrinkage > 0.9)),
                new("catapult from 2 to 4", "the loss peaks above L0 and still falls to nothing; eta lambda ends below 2", $"peaks {Texts(catapult, run => run.Peak)}; eta lambda {Texts(catapult, run => run.Rate * run.Shrinkage)}", catapult.All(run => !run.Diverged && run.Peak > 1 && run.Losses[^1] < 1e-6 && run.Rate * run.Shrinkage < 2)),
                new("the figures of earlier trials", $"peak and lambda / lambda0 within {TableTolerance:P0} (or 0.02) of {string.Join("; ", Trials.Select(one => Row(one.Rate, one.Peak, one.Shrinkage)))}", string.Join("; ", Trials.Select(one => At(runs, one.Rate)).Select(run => Row(run.Rate, run.Peak, run.Shrinkage))), Trials.All(one => IsNear(At(runs, one.Rate), one.Peak, one.Shrinkage))),
                new("divergent above 4", "the loss grows without bound", beyond.All(run => run.Diverged) ? $"diverged, at steps {string.Join(", ", beyond.Select(run => run.Losses.Count - 1))}" : "trained", beyond.All(run => run.Diverged)),
            ],
            Figures = [new("loss", "Loss over its first value. Below eta lambda0 = 2 it falls at once; between 2 and 4 it rises first, the further the larger the rate; above 4 it does not return.", Losses(runs)), new("curvature", "Curvature over its first value: it stays in the lazy phase and is thrown down in the catapult phase.", Curvatures(runs))],
            Differences =
                $"Nothing of substance. The paper leaves f0 to chance, of order 1; here it is {FirstOutput}, because the peaks rest on it: f climbs until eta f^2/n outweighs eta lambda - 2, so the peak loss is about the same "
                + "for every f0, and over L0 the higher the smaller f0 was. The trials are those of a first program, of random f0.",
        };
    }

    private static Trajectory Train(ExperimentContext context, double rate)
    {
        using Backend backend = context.CreateBackend(1);
        var model = new Product(new ParameterFactory(backend, context.Seed, DType.Float64));
        double first = model.Curvature(), eta = rate / first, f = model.Output(), lambda = first, error = 0;
        var descent = new GradientDescent(context, model, eta, () => model.Forward().Unary(new Square()).Sum() * 0.5);
        List<double> losses = [], curvatures = [];
        double start = f * f / 2;
        for (int step = 0; step <= Steps; step++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            losses.Add(model.Output() * model.Output() / 2 / start);
            curvatures.Add(model.Curvature() / first);
            if (!(losses[^1] < Divergence)) return new(rate, losses, curvatures, error, true);
            descent.Step();
            (f, lambda) = ((1 - eta * lambda + eta * eta * f * f / Width) * f, lambda + eta * f * f / Width * (eta * lambda - 4));
            error = Math.Max(error, Math.Max(Math.Abs(model.Output() - f) / Math.Max(1e-3, Math.Abs(f)), Math.Abs(model.Curvature() - lambda) / lambda));
            // Step by step: a rounding error of an unstable recursion would grow from one to the next.
            (f, lambda) = (model.Output(), model.Curvature());
        }
        return new(rate, losses, curvatures, error, false);
    }

    private static Trajectory At(IReadOnlyList<Trajectory> runs, double rate) => runs.Single(run => run.Rate == rate);

    private static string Row(double rate, double peak, double? shrinkage) => $"{Text(rate)}: {Text(peak)}{(shrinkage is { } share ? $" and {Text(share)}" : "")}";

    private static bool IsNear(Trajectory run, double peak, double? shrinkage) =>
        Math.Abs(run.Peak - peak) <= TableTolerance * peak && (shrinkage is not { } share || Math.Abs(run.Shrinkage - share) <= Math.Max(0.02, TableTolerance * share));

    private static Figure Losses(IReadOnlyList<Trajectory> runs) => Panels(runs, new Axis("loss / L0", null, AxisScale.Log10) { Min = 1e-4, Max = 1e3 }, run => run.Losses);

    private static Figure Curvatures(IReadOnlyList<Trajectory> runs) => Panels(runs, new Axis("lambda / lambda0") { Min = 0, Max = 1.2 }, run => run.Curvatures);

    private static Figure Panels(IReadOnlyList<Trajectory> runs, Axis y, Func<Trajectory, IReadOnlyList<double>> values)
    {
        const int Shown = 40;
        var x = new Axis("step") { WholeNumbers = true };
        double[] rates = [1.9, 2.5, 3.9, 4.1];
        Series[] series = [.. rates.Select((rate, i) =>
        {
            double[] y = [.. values(At(runs, rate)).Take(Shown + 1)];
            return new Series($"eta lambda0 = {Text(rate)}", [.. Enumerable.Range(0, y.Length).Select(step => (double)step)], y, (ColorRole)(i + 1)) { Dashed = rate is < 2 or > 4 };
        })];
        return new Figure(new LineChart("", x, y, series)) { Width = 640 };
    }

    private sealed record Trajectory(double Rate, IReadOnlyList<double> Losses, IReadOnlyList<double> Curvatures, double RecursionError, bool Diverged)
    {
        public double Peak => Losses.Max();

        public double Shrinkage => Curvatures[^1];
    }

    /// <summary>n^-1/2 v.u.</summary>
    private sealed class Product : Module
    {
        private readonly Parameter u, v;

        public Product(ParameterFactory make)
        {
            u = Add("u", make.Create([Width], Initializer.StandardNormal));
            v = Add("v", make.Create([Width], Initializer.StandardNormal));
            double missing = (FirstOutput - Output()) * Math.Sqrt(Width) / Squares(u);
            using var mode = Autograd.NoGrad();
            using var scope = TensorScope.Open();
            make.Backend.Upload<double>((v.Value + u.Value * missing).ToArray<double>(), v.Value.Buffer);
        }

        public override Tensor Forward(Tensor x) => x * Forward();

        public Tensor Forward() => (v.Value * u.Value).Sum() * (1 / Math.Sqrt(Width));

        public double Output()
        {
            using var mode = Autograd.NoGrad();
            using var scope = TensorScope.Open();
            return Forward().Item();
        }

        public double Curvature() => (Squares(u) + Squares(v)) / Width;

        private static double Squares(Parameter parameter)
        {
            using var mode = Autograd.NoGrad();
            using var scope = TensorScope.Open();
            return parameter.Value.Unary(new Square()).Sum().Item();
        }
    }
}
