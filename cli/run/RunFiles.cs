using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catapult.Engine;
using Catapult.Lab;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary>The files that a training run leaves: <c>model.safetensors</c>, <c>trace.csv</c>, <c>run.json</c> and <c>report.html</c>.</summary>
internal sealed class RunFiles(RunSetup setup, TrainOptions options, RunHistory history, string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public void Write(long step, long totalSteps, int epochs, long allocatedPerStep)
    {
        StepHistory steps = MetricsFile.Read(folder);
        EpochResult? last = history.Epochs.Count > 0 ? history.Epochs[^1] : null;
        var headline = new HeadlineFigures
        {
            TestAccuracy = last?.TestAccuracy,
            TrainLoss = LastEpochLoss(steps),
            ImagesPerSecond = history.TrainSeconds > 0 ? step * (double)options.ImagesPerStep / history.TrainSeconds : 0,
            WallSeconds = history.WallSeconds,
            Parameters = setup.Model.ParameterCount(),
            PeakMemoryBytes = PeakMemory(),
        };
        using (JudgedWeights.Borrow(setup.Model, setup.Optimizer, setup.Loader)) ModelFile.Save(setup.Model, Path.Combine(folder, "model.safetensors"));
        AtomicFile.Write(Path.Combine(folder, "trace.csv"), writer =>
        {
            writer.WriteLine(TraceFile.Header);
            TraceFile.Write(writer, history.Traces.SelectMany(step => step));
        });
        JsonObject run = Describe(headline, last, step, totalSteps, epochs, allocatedPerStep);
        AtomicFile.Write(Path.Combine(folder, "run.json"), writer => writer.WriteLine(run.ToJsonString(Indented)));
        string report = Path.Combine(folder, "report.html");
        ReportWriter.Write(Report(headline, steps), report);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(step < totalSteps ? $"step {step} of {totalSteps}" : "done")}: test accuracy {Accuracy(headline)}, train loss {headline.TrainLoss:F4}, {headline.ImagesPerSecond:F0} images/s, {headline.WallSeconds:F1} s in all; report {report}"));
    }

    private static string Accuracy(HeadlineFigures headline) =>
        headline.TestAccuracy is { } accuracy ? FormattableString.Invariant($"{100 * accuracy:F2}%") : "not measured yet";

    private static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private double LastEpochLoss(StepHistory steps)
    {
        int count = Math.Min(options.StepsPerEpoch(setup.Loader), steps.Loss.Count);
        return count == 0 ? double.NaN : steps.Loss.Skip(steps.Loss.Count - count).Average();
    }

    private JsonObject Describe(HeadlineFigures headline, EpochResult? last, long step, long totalSteps, int epochs, long allocatedPerStep) => new()
    {
        ["dataset"] = options.Dataset,
        ["model"] = options.Model,
        ["parameters"] = headline.Parameters,
        ["device"] = setup.Backend.Name,
        ["dtype"] = options.ElementType,
        ["precision"] = options.Precision,
        ["threads"] = options.Threads,
        ["seed"] = options.Seed,
        ["optimizer"] = options.Optimizer,
        ["optimizer_settings"] = setup.Optimizer.Description,
        ["momentum"] = options.MomentumOrDefault,
        ["weight_decay"] = options.WeightDecayOrDefault,
        ["schedule"] = options.Schedule,
        ["preset"] = options.Schedule == "one-cycle" ? options.Preset : null,
        ["max_lr"] = history.MaxLearningRate,
        ["lr_from_range_test"] = history.RangeTest is not null,
        ["augment"] = options.AugmentOrDefault,
        ["epochs"] = epochs,
        ["steps"] = totalSteps,
        ["steps_done"] = step,
        ["batch_size"] = options.BatchSize,
        ["batches_per_step"] = options.Accumulate,
        ["clip_norm"] = options.ClipNorm,
        ["train_images"] = setup.Train.Count,
        ["test_images"] = setup.Test.Count,
        ["final"] = new JsonObject { ["train_loss"] = Number(headline.TrainLoss), ["test_accuracy"] = Number(last?.TestAccuracy), ["test_loss"] = Number(last?.TestLoss) },
        ["epoch_results"] = new JsonArray([.. history.Epochs.Select(e => new JsonObject
        {
            ["epoch"] = e.Epoch, ["test_accuracy"] = Number(e.TestAccuracy), ["test_loss"] = Number(e.TestLoss),
        })]),
        ["sharpness"] = new JsonArray([.. history.Sharpness.Select(one => new JsonObject
        {
            ["step"] = one.Step, ["sharpness"] = Number(one.Sharpness), ["residual"] = Number(one.Residual), ["lr"] = Number(one.LearningRate),
        })]),
        ["images_per_second"] = headline.ImagesPerSecond,
        ["wall_seconds"] = headline.WallSeconds,
        ["peak_memory_bytes"] = headline.PeakMemoryBytes,
        ["gc_allocated_bytes_per_step"] = allocatedPerStep,
    };

    private static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    private TrainingReport Report(HeadlineFigures headline, StepHistory steps) => new()
    {
        Dataset = options.Dataset,
        Model = options.Model,
        Summary = $"{setup.Optimizer.Description} · {DateTime.Now:yyyy-MM-dd HH:mm}",
        Headline = headline,
        RangeTest = history.RangeTest,
        Steps = steps,
        Epochs = history.Epochs,
        Sharpness = history.Sharpness,
        Layers = LayerSummary.Of(setup.Model, history.Traces),
        Configuration = [.. OptionTables.Train.Describe(options), new("peak learning rate", ShortNumber.Of(history.MaxLearningRate))],
    };
}
