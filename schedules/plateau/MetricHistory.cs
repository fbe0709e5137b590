namespace Catapult.Schedules;

/// <summary>The channel through which metrics come to a <see cref="Plateau"/>: what was measured, after which step. It only grows; save it with the run.</summary>
public sealed class MetricHistory
{
    private readonly List<(long Step, double Metric)> entries = [];

    /// <summary>What was measured, in the order of the steps.</summary>
    public IReadOnlyList<(long Step, double Metric)> Entries => entries;

    /// <summary>Adds a metric, such as a validation loss.</summary>
    /// <param name="step">The steps applied when it was measured: it counts from this step on.</param>
    /// <param name="metric">The metric.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or lies before the last one's.</exception>
    public void Add(long step, double metric)
    {
        long last = entries.Count > 0 ? entries[^1].Step : 0;
        if (step < last) throw new ArgumentOutOfRangeException(nameof(step), step, $"A metric of step {step} cannot follow one of step {last}, for what was decided then would change.");
        entries.Add((step, metric));
    }
}
