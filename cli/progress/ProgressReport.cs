namespace Catapult.Cli;

/// <summary>Where a run stands after a step.</summary>
/// <param name="Step">Steps done, from 1.</param>
/// <param name="TotalSteps">Steps of the whole run.</param>
/// <param name="Epoch">The epoch that the step belongs to, from 1; 0 where the run has none, as the range test.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Loss">Training loss, smoothed by the caller.</param>
/// <param name="LearningRate">Learning rate of the step.</param>
/// <param name="ImagesPerSecond">Training speed.</param>
/// <param name="Elapsed">Time since this process began to train.</param>
public readonly record struct ProgressReport(
    long Step, long TotalSteps, int Epoch, int Epochs, double Loss, double LearningRate, double ImagesPerSecond, TimeSpan Elapsed);
