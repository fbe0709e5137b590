using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catapult.Engine;
using Catapult.Lab;
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
        RangeTestResult result = Measure(setup, options, firstStep, cancel);
        if (cancel.IsCancellationRequested) return ExitCode.Interrupted;
        Write(options, result, firstStep, folder);
        return ExitCode.Success;
    }

    private static RangeTestResult Measure(RunSetup setup, LrFindOptions options, long firstStep, CancellationToken cancel)
    {
        ImageDataset held = setup.Test.Take(Math.Min(ValidationImages, setup.Test.Count));
        var sweep = new RangeTestOptions
        {
            MinLearningRate = options.MinLearningRate,
            MaxLearningRate = options.MaxLearningRate,
            Iterations = options.Iterations,
            IsLinear = options.Linear,
            LabelSmoothing = options.LabelSmoothing,
            FirstStep = firstStep,
        };
        using BatchSource heldBatches = Evaluation.Batches(setup.Backend, held, setup.Normalization);
        using IRunProgress progress = RunProgress.Open(Console.Out, options.Quiet);
        return LearningRateSearch.Run(setup, sweep, options.Validate ? () => Evaluation.Of(setup.Model, heldBatches).Accuracy : null, progress, cancel);
    }

    private static void Write(LrFindOptions options, RangeTestResult result, long firstStep, string folder)
    {
        RangeTestCurve curve = LearningRateSearch.Describe(result, chosen: null);
        AtomicFile.Write(Path.Combine(folder, "lr-find.json"), writer => writer.WriteLine(Describe(options, result, firstStep).ToJsonString(Indented)));
        string picture = Path.Combine(folder, "lr-find.svg");
        AtomicFile.Write(picture, writer => writer.Write(RangeTestChart.Create(curve).ToStandalone()));
        foreach (LearningRateSuggestion suggestion in curve.Suggestions)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{suggestion.Rule,-14} {suggestion.LearningRate:G4}  ({suggestion.Meaning})"));
        if (curve.Suggestions.Count == 0) Console.WriteLine("The curve suggests no rate: widen the sweep with --min-lr and --max-lr, or take more --iterations.");
        Console.WriteLine($"curve: {picture}");
    }

    private static JsonObject Describe(LrFindOptions options, RangeTestResult result, long firstStep)
    {
        RangeTestSuggestions suggestions = result.Suggest();
        return new JsonObject
        {
            ["dataset"] = options.Dataset,
            ["model"] = options.Model,
            ["optimizer"] = options.Optimizer,
            ["dtype"] = options.ElementType,
            ["batch_size"] = options.BatchSize,
            ["seed"] = options.Seed,
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
