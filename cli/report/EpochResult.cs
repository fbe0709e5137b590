namespace Catapult.Cli;

/// <summary>What was measured on the test set after an epoch.</summary>
/// <param name="Epoch">The number of epochs done, from 1 (0: before training).</param>
/// <param name="TestAccuracy">A fraction of 1.</param>
/// <param name="TestLoss">The mean loss; NaN when it was not measured.</param>
public readonly record struct EpochResult(int Epoch, double TestAccuracy, double TestLoss = double.NaN);
