using System.Globalization;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Schedules;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>Whether the rate that a range test suggests trains best: its regret against a grid of rates, over three models.</summary>
public sealed class RangeTestRegret : Experiment
{
    // Percentage points of accuracy that a suggestion may lose to the best rate of the grid.
    private const double Tolerable = 0.5;

    private const int BatchSize = 64;

    private const double Decay = 5e-4;

    private static readonly string[] Models = ["mlp", "lenet", "resnet8"];

    /// <inheritdoc/>
    public override string Name => "range-test";

    /// <inheritdoc/>
    public override string Shows => "the regret of the range test's suggestions against a grid of rates";

    /// <inheritdoc/>
    public override string Source => "Smith, Cyclical learning rates for training neural networks, WACV 2017, arXiv:1506.01186, section 3.3; the suggestions are those of fastai and of this project.";

    /// <inheritdoc/>
    public override string Claim =>
        "A short run whose rate rises at every step shows where a good rate lies, so that a grid search is not needed. Read in four ways: where the smoothed loss falls fastest, in the middle of its longest descent (valley), "
        + "at a tenth of the rate with the lowest loss, and, for schedules that only touch their peak, at a third of the middle of the basin of lowest loss (cycle peak).";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "5 s", ExperimentScale.Cpu => "2 min", _ => "20 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        int images = context.Pick(192, 10_000, 60_000), epochs = context.Pick(1, 2, 5), rates = context.Pick(3, 12, 12);
        string[] models = context.Pick(Models[..1], Models, Models);
        ImageDatasets data = context.LoadFirst(Dataset!, images);
        double[] grid = [.. Enumerable.Range(0, rates).Select(i => 1e-3 * Math.Pow(3000, i / (rates - 1.0)))];
        IReadOnlyList<Curve> curves = new Sweep<string, Curve>(context, $"{Name}-sweep").Run(
            models, model => $"{model}, {data.Train.Count} images", (model, backend) => Sweep(context, backend, data, model), curve => string.Join(", ", curve.Suggestions.Select(one => $"{one.Key} {Text(one.Value)}")));
        (string Model, double Rate)[] settings = [.. models.SelectMany((model, i) => grid.Concat(curves[i].Suggestions.Select(one => one.Value)).Select(rate => (model, rate)))];
        IReadOnlyList<TrainingOutcome> outcomes = new Sweep<(string Model, double Rate), TrainingOutcome>(context, Name).Run(
            settings,
            setting => FormattableString.Invariant($"{setting.Model}, peak {setting.Rate:G6}, {epochs} epochs of {data.Train.Count}"),
            (setting, backend) => Cell(context, data, setting.Model, epochs, setting.Rate).Train(context, backend),
            outcome => outcome.ToString());
        ModelResult[] results = [.. models.Select((model, i) =>
        {
            int count = grid.Length + curves[i].Suggestions.Count;
            double[] accuracies = [.. outcomes.Skip(settings.Select((setting, k) => (setting, k)).First(pair => pair.setting.Model == model).k).Take(count).Select(outcome => outcome.Accuracy)];
            return new ModelResult(model, curves[i], grid, accuracies[..grid.Length], [.. curves[i].Suggestions.Select((one, k) => new Suggested(one.Key, one.Value, accuracies[grid.Length + k]))]);
        })];
        return Result(data, epochs, results);
    }

    private static TrainingCell Cell(ExperimentContext context, ImageDatasets data, string model, int epochs, double peak) => new()
    {
        Model = TrainingCell.Named(model),
        Data = data,
        BatchSize = BatchSize,
        Epochs = epochs,
        Schedule = steps => new OneCycle(OneCyclePreset.Torch, peak, steps),
        Optimizer = CreateOptimizer,
        WeightDecay = Decay,
        Seed = context.Seed,
    };

    private static Curve Sweep(ExperimentContext context, Backend backend, ImageDatasets data, string name)
    {
        var loader = new DataLoader(data.Train, BatchSize, Normalization.Of(data.Train), context.Seed);
        Module model = Engine.Models.Create(name, new ParameterFactory(backend, context.Seed), (data.Train.Height, data.Train.Width, data.Train.Channels), data.Train.Classes);
        RangeTestResult result = RangeTest.Run(model, context.Create(ParameterGroup.All(model, Decay), CreateOptimizer), loader, Options(context), cancel: context.Cancel);
        context.Cancel.ThrowIfCancellationRequested();
        RangeTestSuggestions found = result.Suggest();
        KeyValuePair<string, double>[] suggestions = [new("steepest", found.Steepest), new("valley", found.Valley), new("minimum / 10", found.MinimumOver10), new("cycle peak", found.CyclePeak)];
        return new([.. result.LearningRates.Select(rate => rate / context.RateFactor)], result.SmoothedLosses, [.. suggestions.Where(one => double.IsFinite(one.Value)).Select(one => KeyValuePair.Create(one.Key, one.Value / context.RateFactor))]);
    }

    private static RangeTestOptions Options(ExperimentContext context)
    {
        var usual = new RangeTestOptions();
        return usual with { MinLearningRate = context.RateFactor * usual.MinLearningRate, MaxLearningRate = context.RateFactor * usual.MaxLearningRate };
    }

    private static Sgd CreateOptimizer(IReadOnlyList<ParameterGroup> groups) => new(groups, new SgdOptions(Nesterov: true));

    private static ExperimentResult Result(ImageDatasets data, int epochs, IReadOnlyList<ModelResult> results)
    {
        IEnumerable<(string Rule, double Regret)> regrets = results.SelectMany(result => result.Suggested.Select(one => (one.Rule, result.Regret(one))));
        (string Rule, double Worst)[] rules = [.. regrets.GroupBy(one => one.Rule).Select(group => (group.Key, group.Max(one => one.Regret)))];
        double cyclePeak = rules.Where(rule => rule.Rule == "cycle peak").Select(rule => rule.Worst).FirstOrDefault(double.NaN);
        return new ExperimentResult
        {
            Settings =
            [
                new("data", $"MNIST, the first {data.Train.Count} images; judged on all {data.Test.Count} test images"),
                new("models", string.Join(", ", results.Select(result => result.Model))),
                new("range test", "100 to 150 steps, the rate from 1e-4 to 10 by equal ratios, before training"),
                new("training", $"1cycle (PyTorch's) with the rate as its peak, {epochs} epochs, SGD with Nesterov momentum, weight decay 5e-4, batches of {BatchSize}"),
                new("grid", $"{results[0].Grid.Count} rates from 0.001 to 3 by equal ratios"),
                new("regret", "accuracy of the best rate of grid and suggestions, less that of the suggestion"),
            ],
            Table = new(
                ["model", "rule", "suggested rate", "test accuracy (%)", "regret (points)", "best rate", "its accuracy (%)"],
                [.. results.SelectMany(result => result.Suggested.Select(one => (string[])[result.Model, one.Rule, Text(one.Rate), Percent(one.Accuracy), Points(result.Regret(one)), Text(result.Best.Rate), Percent(result.Best.Accuracy)]))]),
            Findings =
            [
                new("the cycle peak is as good as the grid", FormattableString.Invariant($"regret at most {Tolerable} points for every model"), FormattableString.Invariant($"at most {cyclePeak:F2}"), cyclePeak <= Tolerable),
                .. rules.Where(rule => rule.Rule != "cycle peak").Select(rule => new Finding($"so is {rule.Rule}", FormattableString.Invariant($"regret at most {Tolerable} points for every model"), FormattableString.Invariant($"at most {rule.Worst:F2}"), rule.Worst <= Tolerable)),
            ],
            Figures = [.. results.Select(result => new ExperimentFigure(result.Model, $"{result.Model}: the range test's smoothed loss, and the test error after training with each rate of the grid; lines are the suggestions.", Picture(result)))],
            Differences =
                "Smith reads the test by eye, from the accuracy, and takes the two ends of a triangular cycle from it. The rules here read the loss and give one rate. All of them were trained under 1cycle, whose peak a rate is; "
                + "steepest, valley and a tenth of the minimum are meant for schedules that start at their rate as well, and are cautious for this one.",
        };
    }

    private static Figure Picture(ModelResult result)
    {
        var x = new Axis("learning rate", null, AxisScale.Log10);
        Marker[] lines = [.. result.Suggested.Select(one => new Marker(one.Rule, one.Rate, Strong: one.Rule == "cycle peak"))];
        return new Figure(
            new LineChart("", x, new Axis("smoothed loss") { Max = 1.5 * result.Curve.Losses.First(double.IsFinite) }, [new Series("range test", result.Curve.Rates, result.Curve.Losses)]) { Markers = lines },
            new LineChart("", x, new Axis("test error", "%", AxisScale.Log10), [new Series("after training", result.Grid, [.. result.Accuracies.Select(accuracy => 100 * (1 - accuracy))], ColorRole.Second)])
            {
                PlotHeight = 140,
                Markers = [.. lines.Select(line => line with { Label = "" })],
            })
        { Width = 640 };
    }

    private static string Points(double regret) => regret.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>A range test's curve and what it suggests.</summary>
    internal sealed record Curve(IReadOnlyList<double> Rates, IReadOnlyList<double> Losses, IReadOnlyList<KeyValuePair<string, double>> Suggestions);

    private sealed record Suggested(string Rule, double Rate, double Accuracy);

    private sealed record ModelResult(string Model, Curve Curve, IReadOnlyList<double> Grid, IReadOnlyList<double> Accuracies, IReadOnlyList<Suggested> Suggested)
    {
        public (double Rate, double Accuracy) Best => Grid.Zip(Accuracies).Concat(Suggested.Select(one => (one.Rate, one.Accuracy))).MaxBy(pair => pair.Item2);

        public double Regret(Suggested one) => 100 * (Best.Accuracy - one.Accuracy);
    }
}
