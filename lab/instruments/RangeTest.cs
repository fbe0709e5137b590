using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;

namespace Catapult.Lab;

/// <summary>
/// The learning-rate range test (Smith, arXiv:1506.01186): a short run whose rate rises at every step. The loss falls while the rate is useful,
/// and explodes where it is too large. Model, optimizer, buffers, generators and loader are left exactly as they were.
/// </summary>
public static class RangeTest
{
    /// <summary>Runs the test.</summary>
    /// <param name="model">What would be trained.</param>
    /// <param name="optimizer">What would train it, with its momentum, decay and state as they stand.</param>
    /// <param name="data">The batches.</param>
    /// <param name="options">The sweep.</param>
    /// <param name="validate">Measures the accuracy after a step, for Smith's own reading of the test; null for none.</param>
    /// <param name="onStep">Is told of every step.</param>
    /// <param name="cancel">Ends the sweep early, with what was measured.</param>
    public static RangeTestResult Run(
        Module model, Optimizer optimizer, DataLoader data, RangeTestOptions options,
        Func<double>? validate = null, Action<StepResult>? onStep = null, CancellationToken cancel = default)
    {
        TrainingSnapshot snapshot = TrainingSnapshot.Take(model, optimizer);
        try
        {
            return Sweep(model, optimizer, data, options, validate, onStep, cancel);
        }
        finally
        {
            snapshot.Restore();
        }
    }

    private static RangeTestResult Sweep(
        Module model, Optimizer optimizer, DataLoader data, RangeTestOptions options, Func<double>? validate, Action<StepResult>? onStep, CancellationToken cancel)
    {
        Schedule ramp = Ramp(options);
        var rising = new GroupSchedule(Schedule.From("range test", step => ramp.At(Math.Max(0, step - options.FirstStep))));
        var plan = new TrainingPlan
        {
            TotalSteps = options.FirstStep + options.Iterations,
            Schedules = options.Only is null ? [rising] : [.. optimizer.Groups.Select(group => group == options.Only ? rising : new GroupSchedule(options.Others))],
            LabelSmoothing = options.LabelSmoothing,
            Clipping = options.Clipping,
            BatchesPerStep = options.BatchesPerStep,
        };
        var average = new MovingAverageOfLoss(options.Smoothing);
        var result = new RangeTestResult { IsLinear = options.IsLinear };
        using var trainer = new Trainer(model, optimizer, data, plan, options.FirstStep);
        double best = double.PositiveInfinity;
        while (!trainer.IsDone && !cancel.IsCancellationRequested)
        {
            StepResult step = trainer.TakeStep();
            double smoothed = average.Add(step.Loss);
            result.Add(ramp.At(step.Step - options.FirstStep), step.Loss, smoothed, validate is null ? double.NaN : validate());
            onStep?.Invoke(step);
            best = Math.Min(best, smoothed);
            if (!step.IsApplied || smoothed > options.StopFactor * best) break;
        }
        return result;
    }

    private static Schedule Ramp(RangeTestOptions options) => options.IsLinear
        ? new LinearRamp(options.MinLearningRate, options.MaxLearningRate, Math.Max(1, options.Iterations - 1))
        : new ExponentialRamp(options.MinLearningRate, options.MaxLearningRate, Math.Max(1, options.Iterations - 1));
}
