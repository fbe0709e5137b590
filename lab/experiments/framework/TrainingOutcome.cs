namespace Catapult.Lab;

/// <summary>What came of a <see cref="TrainingCell"/>.</summary>
/// <param name="Accuracies">The test accuracy after each epoch, from 0 to 1.</param>
/// <param name="Losses">The smoothed training loss at the same places.</param>
/// <param name="DivergedAt">The step whose loss or gradients were not finite; null for none.</param>
internal sealed record TrainingOutcome(IReadOnlyList<double> Accuracies, IReadOnlyList<double> Losses, long? DivergedAt)
{
    /// <summary>The accuracy at the end; 0 where the run diverged.</summary>
    public double Accuracy => DivergedAt is null ? Accuracies[^1] : 0;

    /// <summary>The test error after each epoch of some runs, by their names.</summary>
    public static Figure Errors(IEnumerable<(string Name, TrainingOutcome Outcome)> runs) => new(new LineChart(
        "", new Axis("epoch") { WholeNumbers = true }, new Axis("test error", "%", AxisScale.Log10),
        [.. runs.Select((run, i) => new Series(
            run.Name, [.. run.Outcome.Accuracies.Select((_, epoch) => epoch + 1.0)], [.. run.Outcome.Accuracies.Select(accuracy => 100 * (1 - accuracy))], (ColorRole)(i + 1)))]))
    {
        Width = 640,
    };

    /// <summary>In words.</summary>
    public override string ToString() => DivergedAt is { } step ? $"diverged at step {step}" : FormattableString.Invariant($"{100 * Accuracy:F2} %");
}
