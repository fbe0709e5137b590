using System.Diagnostics;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>
/// The training loop, one step a call: batch, forward, loss, backward, update. Rates and momenta are functions of the step, batches of the
/// step and the seed, so a run resumes from the number of its next step.
/// </summary>
public sealed class Trainer : IDisposable
{
    private readonly TrainingPlan plan;
    private readonly BatchSource batches;
    private readonly GradientNorm gradients;
    private readonly StepSums sums;
    private readonly GradientStep gradientStep;
    private long nextBatch;
    private StepResult? last;

    /// <summary>A run of the given plan, from its first step or from where it was left.</summary>
    /// <exception cref="ArgumentException">There is neither one schedule nor one a group.</exception>
    public Trainer(Module model, Optimizer optimizer, DataLoader data, TrainingPlan plan, long firstStep = 0)
    {
        if (plan.Schedules.Count != 1 && plan.Schedules.Count != optimizer.Groups.Count)
            throw new ArgumentException($"{plan.Schedules.Count} schedules do not fit {optimizer.Groups.Count} parameter groups; give one, or one a group.", nameof(plan));
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.BatchesPerStep, 1);
        (Model, Optimizer, Data, this.plan, Step, nextBatch) = (model, optimizer, data, plan, firstStep, firstStep * plan.BatchesPerStep);
        Parameters = [.. optimizer.Groups.SelectMany(group => group.Parameters)];
        Backend backend = Parameters[0].Value.Backend;
        gradients = new GradientNorm(Parameters);
        batches = data.On(backend);
        sums = new StepSums(backend, gradients);
        gradientStep = new GradientStep(model, optimizer, batches, sums, plan);
    }

    /// <summary>What is trained.</summary>
    public Module Model { get; }

    /// <summary>What moves it.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The batches.</summary>
    public DataLoader Data { get; }

    /// <summary>All parameters of the optimizer's groups.</summary>
    public IReadOnlyList<NamedParameter> Parameters { get; }

    /// <summary>The number of the next step, from 0. A step whose result was not read yet counts as applied.</summary>
    public long Step { get; private set; }

    /// <summary>Whether the plan's last step has been taken.</summary>
    public bool IsDone => Step >= plan.TotalSteps;

    /// <summary>
    /// Takes the next step. Where the loss or a gradient is not finite the weights stay as they are and the step is not counted. A device may still be at
    /// work when the call returns.
    /// </summary>
    /// <param name="trace">Measures the update when given, which waits for the device.</param>
    public StepResult TakeStep(IStepTrace? trace = null)
    {
        long start = Stopwatch.GetTimestamp();
        (int epoch, int images) = gradientStep.Run(nextBatch);
        nextBatch += plan.BatchesPerStep;
        // The counts must be right before the rates are set; a device has this step's gradients to do while the last one's readings come in.
        last?.Settle();
        SetRates();
        StepReadings readings = sums.Read();
        if (plan.Clipping is { } clipping && readings.IsFinite) clipping.Apply(Parameters, readings.GradientNorm);
        bool applied = Apply(readings, trace);
        ParameterGroup first = Optimizer.Groups[0];
        last = new StepResult(readings, applied, TakeBack)
        {
            Step = Step,
            Epoch = epoch,
            LearningRate = Optimizer.EffectiveRate(first),
            Momentum = first.Momentum,
            Images = images,
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
        };
        if (applied) Step++;
        return last;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gradientStep.Dispose();
        sums.Dispose();
        batches.Dispose();
    }

    /// <summary>Updates the weights if the readings are finite, of which a device is its own judge.</summary>
    private bool Apply(StepReadings readings, IStepTrace? trace)
    {
        if (trace is null && plan.Clipping is null) return Optimizer.Step(sums.Gate);
        if (!readings.IsFinite) return false;
        trace?.Before(Optimizer, Step);
        bool applied = Optimizer.Step();
        trace?.After(Optimizer);
        return applied;
    }

    private void TakeBack()
    {
        Step--;
        Optimizer.TakeBack();
    }

    private void SetRates()
    {
        for (int i = 0; i < Optimizer.Groups.Count; i++)
        {
            GroupSchedule schedule = plan.Schedules[plan.Schedules.Count == 1 ? 0 : i];
            ParameterGroup group = Optimizer.Groups[i];
            group.LearningRate = group.RateFactor * schedule.LearningRate.At(Step);
            if (schedule.Momentum is { } momentum) group.Momentum = momentum.At(Step);
        }
    }
}
