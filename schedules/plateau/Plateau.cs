namespace Catapult.Schedules;

/// <summary>
/// <see cref="ReduceOnPlateau"/> as a schedule, to stand in a sequence: the value at a step follows from the metrics of that step and before. It is a function of
/// the step for the metrics there are, and a metric that is added changes nothing before its own step.
/// </summary>
/// <param name="Rule">What reduces the value.</param>
/// <param name="Start">The value before the first reduction.</param>
/// <param name="Metrics">The channel, whose steps are those of the run.</param>
/// <param name="Offset">The step of the run that is this schedule's step 0: the length of what comes before it.</param>
public sealed record Plateau(ReduceOnPlateau Rule, double Start, MetricHistory Metrics, long Offset = 0) : Schedule
{
    /// <summary>The value before the first reduction.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Metrics.Entries
        .SkipWhile(entry => entry.Step < Offset)
        .TakeWhile(entry => entry.Step <= step + Offset)
        .Aggregate(new PlateauState(Start), (state, entry) => Rule.Next(state, entry.Metric))
        .Value;
}
