using System.Diagnostics;
using Catapult.Lab;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary>One process's share of a training run: the loop with its records, checkpoints and final files.</summary>
internal sealed class TrainingRun
{
    private const double LossSmoothing = 0.98;
    private const int TracedStepsInRun = 20;

    private readonly RunSetup setup;
    private readonly TrainOptions options;
    private readonly RunHistory history;
    private readonly string folder, checkpoint;
    private readonly IRunProgress progress;
    private readonly long firstStep, totalSteps;
    private readonly int stepsPerEpoch, epochs;
    private readonly double earlierWall;
    private readonly MovingAverageOfLoss average = new(LossSmoothing);
    private readonly AllocationMeter allocations = new();
    private readonly LayerTrace trace;
    private long? checkpointedStep;

    public TrainingRun(RunSetup setup, TrainOptions options, RunHistory history, string folder, string checkpoint, long firstStep, IRunProgress progress)
    {
        (this.setup, this.options, this.history, this.folder, this.checkpoint) = (setup, options, history, folder, checkpoint);
        (this.firstStep, this.progress, earlierWall) = (firstStep, progress, history.WallSeconds);
        trace = new() { Loss = options.Sharpness is null ? null : setup.FirstLoss, SharpnessEvery = options.Sharpness ?? 1 };
        stepsPerEpoch = options.StepsPerEpoch(setup.Loader);
        totalSteps = options.Steps ?? (long)options.EpochsOrDefault * stepsPerEpoch;
        epochs = (int)((totalSteps + stepsPerEpoch - 1) / stepsPerEpoch);
    }

    public int Execute(CancellationToken cancel)
    {
        GroupSchedule schedule = NamedSchedules.Create(
            options.Schedule, options.Preset, options.MomentumOrDefault is not null && !NamedOptimizer.Of(options.Optimizer).KeepsMomentum, history.MaxLearningRate, totalSteps, stepsPerEpoch);
        var plan = new TrainingPlan { TotalSteps = totalSteps, Schedules = [schedule], LabelSmoothing = options.LabelSmoothing, Clipping = options.Clipping, BatchesPerStep = options.Accumulate };
        using var metrics = new MetricsFile(folder, firstStep, options.Resume);
        using var trainer = new Trainer(setup.Model, setup.Optimizer, setup.Loader, plan, firstStep);
        allocations.Resume();
        // One behind: a step is read when the next one has been queued, so that a device never waits for the program.
        StepResult? unread = null;
        while (!trainer.IsDone && trainer.Step != options.StopAfter && !cancel.IsCancellationRequested)
        {
            StepResult step = trainer.TakeStep(IsTraced(trainer.Step) || IsSharpnessDue(trainer.Step) ? trace : null);
            if (unread is not null && !Record(unread, metrics)) return Diverged(unread);
            unread = step;
            if (trainer.Step % stepsPerEpoch != 0 && !trainer.IsDone) continue;
            if (!Record(step, metrics)) return Diverged(step);
            unread = null;
            EndEpoch(trainer, metrics);
            allocations.Resume();
        }
        if (unread is not null && !Record(unread, metrics)) return Diverged(unread);
        if (checkpointedStep != trainer.Step) Save(trainer, metrics);
        metrics.Dispose();
        progress.Dispose();
        new RunFiles(setup, options, history, folder).Write(trainer.Step, totalSteps, epochs, allocations.Median());
        if (!cancel.IsCancellationRequested) return ExitCode.Success;
        Console.WriteLine($"stopped at step {trainer.Step}; go on with: catapult train --resume {folder}");
        return ExitCode.Interrupted;
    }

    private bool IsTraced(long step) => step % (options.Trace ?? Math.Max(1, totalSteps / TracedStepsInRun)) == 0 || step == totalSteps - 1;

    private bool IsSharpnessDue(long step) => options.Sharpness is { } every && step % every == 0;

    private bool Record(StepResult step, MetricsFile metrics)
    {
        if (!step.IsApplied) return false;
        metrics.Add(step);
        allocations.Step();
        history.TrainSeconds += step.Seconds;
        progress.Report(new ProgressReport(
            step.Step + 1, totalSteps, step.Epoch + 1, epochs, average.Add(step.Loss), step.LearningRate,
            (step.Step + 1) * (double)options.ImagesPerStep / history.TrainSeconds, TimeSpan.FromSeconds(history.TrainSeconds)));
        return true;
    }

    private void EndEpoch(Trainer trainer, MetricsFile metrics)
    {
        Evaluation result = Judge();
        int epoch = (int)((trainer.Step + stepsPerEpoch - 1) / stepsPerEpoch);
        history.Epochs.Add(new EpochResult(epoch, result.Accuracy, result.Loss));
        progress.Message(FormattableString.Invariant($"epoch {epoch}/{epochs}: test accuracy {100 * result.Accuracy:F2}%, test loss {result.Loss:F4}"));
        Save(trainer, metrics);
    }

    private Evaluation Judge()
    {
        using var judged = JudgedWeights.Borrow(setup.Model, setup.Optimizer, setup.Loader);
        return Evaluation.Of(setup.Model, setup.TestBatches);
    }

    private void Save(Trainer trainer, MetricsFile metrics)
    {
        metrics.Flush();
        history.Traces.AddRange(trace.Take());
        history.Sharpness.AddRange(trace.Sharpness.Where(one => history.Sharpness.All(earlier => earlier.Step < one.Step)).ToArray());
        history.WallSeconds = earlierWall + (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds;
        Checkpoint.Save(checkpoint, setup.Model, setup.Optimizer, trainer.Step, history.ToJson());
        checkpointedStep = trainer.Step;
    }

    private int Diverged(StepResult step)
    {
        progress.Dispose();
        string good = checkpointedStep is { } saved ? $"the last good checkpoint is that of step {saved} in {checkpoint}"
            : firstStep > 0 ? $"the last good checkpoint is that of step {firstStep}, from which this run started"
            : "there is no checkpoint yet";
        Console.Error.WriteLine(FormattableString.Invariant(
            $"Training diverged at step {step.Step}: loss {step.Loss}, gradient norm {step.GradientNorm:G4} at learning rate {step.LearningRate:G4}; {good}. Use a smaller --lr."));
        return ExitCode.Failure;
    }
}
