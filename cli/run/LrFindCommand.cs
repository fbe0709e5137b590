using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catapult.Engine;
using Catapult.Lab;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary><c>catapult lr-find</c>: the range test on its own, from the start of a run or from a checkpoint.</summary>
internal static class LrFindCommand
{
    private const int ValidationImages = 1_000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Run(LrFindOptions given, CancellationToken cancel)
    {
        LrFindOptions options = given;
        string? checkpoint = given.Resume is { } resumed ? Path.Combine(resumed, TrainCommand.CheckpointName) : null;
        if (checkpoint is not null)
            options = OptionTables.LrFind.Continue(given, new LrFindOptions(RunHistory.Of(checkpoint).Options));
        using var setup = new RunSetup(options, cancel);
        long firstStep = checkpoint is null ? 0 : Checkpoint.Load(checkpoint, setup.Model, setup.Optimizer).Step;
        string folder = options.OutOrDefault(DateTime.Now);
        OutputFolder.TryOut(folder);
        PredictedPhases? phases = options.Phases ? PredictedPhases.Measure(setup.Model, setup.Optimizer, setup.Loader, firstStep, options.LabelSmoothing) : null;
        RangeTestBand band = Measure(setup, options, firstStep, cancel);
        if (cancel.IsCancellationRequested) return ExitCode.Interrupted;
        KeyValuePair<string, double>[] layers = options.Layers ? Layers(setup, options, band, firstStep, cancel) : [];
        if (cancel.IsCancellationRequested) return ExitCode.Interrupted;
        Write(options, band, phases, layers, firstStep, folder);
        return ExitCode.Success;
    }

    private static RangeTestBand Measure(RunSetup setup, LrFindOptions options, long firstStep, CancellationToken cancel)
    {
        RangeTestOptions sweep = SweepOf(options, firstStep);
        ImageDataset held = setup.Test.Take(Math.Min(ValidationImages, setup.Test.Count));
        using BatchSource? heldBatches = options.Validate ? Evaluation.Batches(setup.Backend, held, setup.Normalization) : null;
        using IRunProgress progress = RunProgress.Open(Console.Out, options.Quiet);
        var runs = new List<RangeTestResult> { Sweep(setup.Model, setup.Optimizer, setup.Loader) };
        for (ulong seed = options.Seed + 1; runs.Count < options.Seeds && !cancel.IsCancellationRequested; seed++)
        {
            Module model = setup.CreateModel(seed);
            runs.Add(Sweep(model, setup.CreateOptimizer(model), setup.CreateLoader(seed)));
        }
        return new(runs);

        RangeTestResult Sweep(Module model, Optimizer optimizer, DataLoader loader) =>
            LearningRateSearch.Run(model, optimizer, loader, sweep, heldBatches is not null ? () => Evaluation.Of(model, heldBatches).Accuracy : null, progress, cancel);
    }

    private static RangeTestOptions SweepOf(LrFindOptions options, long firstStep) => new()
    {
        MinLearningRate = options.MinLearningRate,
        MaxLearningRate = options.MaxLearningRate,
        Iterations = options.Iterations,
        IsLinear = options.Linear,
        LabelSmoothing = options.LabelSmoothing,
        FirstStep = firstStep,
    };

    /// <summary>The cycle peak of each layer alone; NaN where its curve suggests none.</summary>
    private static KeyValuePair<string, double>[] Layers(RunSetup setup, LrFindOptions options, RangeTestBand band, long firstStep, CancellationToken cancel)
    {
        double peak = band.Suggest().CyclePeak, others = double.IsFinite(peak) ? peak / 10 : options.MinLearningRate;
        Optimizer optimizer = setup.CreateOptimizer(ParameterGroup.ByLayers(setup.Model, options.WeightDecayOrDefault));
        return [.. GroupRangeTest.Run(setup.Model, optimizer, setup.Loader, SweepOf(options, firstStep), others, cancel).Select(one => KeyValuePair.Create(one.Group.Name, one.Result.Suggest().CyclePeak))];
    }

    private static void Write(LrFindOptions options, RangeTestBand band, PredictedPhases? phases, KeyValuePair<string, double>[] layers, long firstStep, string folder)
    {
        RangeTestResult median = band.Median();
        RangeTestCurve curve = LearningRateSearch.Describe(median, band.Suggest(), chosen: null) with
        {
            Starts = band.Runs.Count > 1 ? [.. band.Runs.Select(run => run.SmoothedLosses)] : null,
            Phases = phases is null ? [] : [new("2 / λ", phases.EndOfLazy), new("12 / λ", phases.EndOfReluCatapult)],
        };
        AtomicFile.Write(Path.Combine(folder, "lr-find.json"), writer => writer.WriteLine(Describe(options, band, median, phases, layers, firstStep).ToJsonString(Indented)));
        string picture = Path.Combine(folder, "lr-find.svg");
        AtomicFile.Write(picture, writer => writer.Write(RangeTestChart.Create(curve).ToStandalone()));
        foreach (LearningRateSuggestion suggestion in curve.Suggestions)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{suggestion.Rule,-14} {suggestion.LearningRate:G4}  ({suggestion.Meaning})"));
        if (curve.Suggestions.Count == 0) Console.WriteLine("The curve suggests no rate: widen the sweep with --min-lr and --max-lr, or take more --iterations.");
        if (band.Runs.Count > 1 && band.Range(found => found.CyclePeak) is var (smallest, largest))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cycle peaks of the {band.Runs.Count} starts: {smallest:G4} to {largest:G4}"));
        if (phases is not null)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"curvature λ {phases.Curvature:G4} within {phases.Residual:G2}: plain gradient descent is thrown above {phases.EndOfLazy:G3} (2 / λ), and lost above about {phases.EndOfReluCatapult:G3} (12 / λ)"));
        foreach ((string layer, double rate) in layers)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"layer {layer} alone: cycle peak {(double.IsFinite(rate) ? rate.ToString("G4", CultureInfo.InvariantCulture) : "none")}"));
        Console.WriteLine($"curve: {picture}");
    }

    private static JsonObject Describe(LrFindOptions options, RangeTestBand band, RangeTestResult result, PredictedPhases? phases, KeyValuePair<string, double>[] layers, long firstStep)
    {
        RangeTestSuggestions suggestions = band.Suggest();
        return new JsonObject
        {
            ["dataset"] = options.Dataset,
            ["model"] = options.Model,
            ["optimizer"] = options.Optimizer,
            ["dtype"] = options.ElementType,
            ["batch_size"] = options.BatchSize,
            ["seed"] = options.Seed,
            ["seeds"] = options.Seeds,
            ["first_step"] = firstStep,
            ["linear"] = options.Linear,
            ["suggestions"] = new JsonObject
            {
                ["steepest"] = Number(suggestions.Steepest),
                ["valley"] = Number(suggestions.Valley),
                ["minimum_over_10"] = Number(suggestions.MinimumOver10),
                ["smith_maximum"] = Number(suggestions.PeakAccuracy),
                ["smith_minimum"] = Number(suggestions.ThousandthOfPeak),
            },
            ["cycle_peaks"] = Numbers(band.Runs.Select(run => run.Suggest().CyclePeak)),
            ["layers"] = new JsonObject(layers.Select(one => KeyValuePair.Create(one.Key, Number(one.Value)))),
            ["phases"] = phases is null ? null : new JsonObject
            {
                ["curvature"] = phases.Curvature,
                ["residual"] = phases.Residual,
                ["lazy_below"] = phases.EndOfLazy,
                ["catapult_below_linear"] = phases.EndOfLinearCatapult,
                ["catapult_below_relu"] = phases.EndOfReluCatapult,
            },
            ["curve"] = new JsonObject
            {
                ["lr"] = Numbers(result.LearningRates),
                ["loss"] = Numbers(result.Losses),
                ["smoothed_loss"] = Numbers(result.SmoothedLosses),
                ["slope"] = Numbers(result.Slopes()),
                ["accuracy"] = options.Validate ? Numbers(result.Accuracies) : null,
            },
        };
    }

    private static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(value => Number(value))];

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
