namespace Catapult.Training;

/// <summary>What one training step did.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Epoch">The epoch of its batch, from 0.</param>
/// <param name="LearningRate">The rate of the first group.</param>
/// <param name="Momentum">The momentum of the first group.</param>
/// <param name="Loss">The mean loss of the batch, before the step.</param>
/// <param name="GradientNorm">The global norm of the gradients, before clipping.</param>
/// <param name="Images">Images in the batch.</param>
/// <param name="Seconds">The time that the step took.</param>
/// <param name="IsApplied">Whether the weights were moved: not where the loss or a gradient was not finite.</param>
public readonly record struct StepResult(
    long Step, int Epoch, double LearningRate, double Momentum, double Loss, double GradientNorm, int Images, double Seconds, bool IsApplied);
