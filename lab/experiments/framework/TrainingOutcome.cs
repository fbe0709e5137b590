namespace Catapult.Lab;

/// <summary>What came of a <see cref="TrainingCell"/>.</summary>
/// <param name="Epochs">After which epochs it was judged, from 1.</param>
/// <param name="Accuracies">The test accuracy there, from 0 to 1.</param>
/// <param name="Losses">The smoothed training loss at the same places.</param>
/// <param name="DivergedAt">The step whose loss or gradients were not finite; null for none.</param>
internal sealed record TrainingOutcome(IReadOnlyList<double> Epochs, IReadOnlyList<double> Accuracies, IReadOnlyList<double> Losses, long? DivergedAt)
{
    /// <summary>The accuracy at the end; 0 where the run diverged.</summary>
    public double Accuracy => DivergedAt is null ? Accuracies[^1] : 0;

    /// <summary>The training loss at the end; NaN where the run diverged.</summary>
    public double Loss => DivergedAt is null ? Losses[^1] : double.NaN;

    /// <summary>The test error of some runs along their epochs, by their names.</summary>
    public static Figure Errors(IEnumerable<(string Name, TrainingOutcome Outcome)> runs) => new(new LineChart(
        "", new Axis("epoch") { WholeNumbers = true }, new Axis("test error", "%", IsWide(runs) ? AxisScale.Log10 : AxisScale.Linear),
        [.. runs.Select((run, i) => new Series(
            run.Name, run.Outcome.Epochs, [.. run.Outcome.Accuracies.Select(accuracy => 100 * (1 - accuracy))], (ColorRole)(i % 4 + 1)) { Dashed = i >= 4 })]))
    {
        Width = 640,
    };

    private static bool IsWide(IEnumerable<(string Name, TrainingOutcome Outcome)> runs)
    {
        double[] errors = [.. runs.SelectMany(run => run.Outcome.Accuracies).Select(accuracy => 1 - accuracy).DefaultIfEmpty(1)];
        return errors.Max() > 4 * errors.Min();
    }

    /// <summary>In words.</summary>
    public override string ToString() => DivergedAt is { } step ? $"diverged at step {step}" : FormattableString.Invariant($"{100 * Accuracy:F2} %");
}
