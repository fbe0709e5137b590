using Catapult.Kernels;
using Catapult.Lab;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary><c>catapult train</c>: sets a run up or takes one up again, finds a rate where none is given, trains, and writes the results.</summary>
internal static class TrainCommand
{
    /// <summary>The folder of the checkpoint inside a run's.</summary>
    public const string CheckpointName = "checkpoint";

    public static int Run(TrainOptions given, CancellationToken cancel)
    {
        RunHistory? earlier = null;
        TrainOptions options = given;
        if (given.Resume is { } resumed)
        {
            earlier = RunHistory.Of(Path.Combine(resumed, CheckpointName));
            options = OptionTables.Train.Continue(given, earlier.Options);
            earlier = earlier with { Options = options };
        }
        using var setup = new RunSetup(options, cancel);
        long firstStep = 0;
        if (options.Resume is not null)
            firstStep = Checkpoint.Load(Path.Combine(options.Resume, CheckpointName), setup.Model, setup.Optimizer).Step;
        if (options.StopAfter < firstStep)
            throw new InputException($"--stop-after {options.StopAfter} lies before step {firstStep}, from which the run goes on: give a later step, or leave it out.");
        string folder = options.OutOrDefault(DateTime.Now);
        OutputFolder.TryOut(folder);
        using IRunProgress progress = RunProgress.Open(Console.Out, options.Quiet);
        progress.Message(Greeting(setup, folder, firstStep));
        RunHistory history = earlier ?? Begin(setup, options, progress, cancel);
        if (cancel.IsCancellationRequested) return ExitCode.Interrupted;
        var run = new TrainingRun(setup, options, history, folder, Path.Combine(folder, CheckpointName), firstStep, progress);
        return run.Execute(cancel);
    }

    private static RunHistory Begin(RunSetup setup, TrainOptions options, IRunProgress progress, CancellationToken cancel)
    {
        if (options.LearningRate is { } rate) return new RunHistory { Options = options, MaxLearningRate = rate };
        if (NamedOptimizer.Of(options.Optimizer).LearningRate is { } own)
        {
            progress.Message($"{options.Optimizer} finds its rate by itself; the schedule is a factor of it, {ShortNumber.Of(own)} at the highest");
            return new RunHistory { Options = options, MaxLearningRate = own };
        }
        RangeTestResult result = LearningRateSearch.Run(setup, new RangeTestOptions { LabelSmoothing = options.LabelSmoothing, Clipping = options.Clipping, BatchesPerStep = options.Accumulate }, progress, cancel);
        if (cancel.IsCancellationRequested) return new RunHistory { Options = options, MaxLearningRate = double.NaN };
        double chosen = LearningRateSearch.Choose(result, options.Schedule);
        progress.Message($"range test: {result.LearningRates.Count} steps, suggests a peak learning rate of {ShortNumber.Of(chosen)}");
        return new RunHistory { Options = options, MaxLearningRate = chosen, RangeTest = LearningRateSearch.Describe(result, chosen) };
    }

    private static string Greeting(RunSetup setup, string folder, long firstStep)
    {
        string resumed = firstStep > 0 ? $", resumed at step {firstStep}" : "";
        return $"{setup.Options.Model} ({setup.Model.ParameterCount():N0} parameters) on {setup.Options.Dataset} ({setup.Train.Count:N0} + {setup.Test.Count:N0} images), "
            + $"{setup.Optimizer.Description}, device {setup.Backend.Name}, output in {folder}{resumed}";
    }
}
