namespace Catapult.Training;

/// <summary>
/// What one training step did. Its loss, norm and verdict come from the device when they are first read, which waits for the step; read them after the
/// next step was taken, and they are there without a wait.
/// </summary>
public sealed class StepResult
{
    private readonly StepReadings readings;
    private readonly Action takeBack;
    private bool isSettled;
    private bool isApplied;

    internal StepResult(StepReadings readings, bool isApplied, Action takeBack) => (this.readings, this.isApplied, this.takeBack) = (readings, isApplied, takeBack);

    /// <summary>The number of the step, from 0.</summary>
    public required long Step { get; init; }

    /// <summary>The epoch of its batch, from 0.</summary>
    public required int Epoch { get; init; }

    /// <summary>The rate of the first group, as the optimizer took it (<see cref="Optimizers.Optimizer.EffectiveRate"/>).</summary>
    public required double LearningRate { get; init; }

    /// <summary>The momentum of the first group.</summary>
    public required double Momentum { get; init; }

    /// <summary>Images in the batch.</summary>
    public required int Images { get; init; }

    /// <summary>The time from the beginning of the step to the queuing of its last kernel.</summary>
    public required double Seconds { get; init; }

    /// <summary>The mean loss of the batch, before the step.</summary>
    public double Loss => Settle().readings.Loss;

    /// <summary>The global norm of the gradients, before clipping.</summary>
    public double GradientNorm => Settle().readings.GradientNorm;

    /// <summary>Whether the weights were moved: not where the loss or a gradient was not finite.</summary>
    public bool IsApplied => Settle().isApplied;

    /// <summary>Reads what is still on the device, and takes the step off the counts where it was not applied.</summary>
    internal StepResult Settle()
    {
        if (isSettled) return this;
        isSettled = true;
        if (isApplied && !readings.IsFinite)
        {
            isApplied = false;
            takeBack();
        }
        return this;
    }
}
