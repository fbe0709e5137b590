namespace Catapult.Schedules;

/// <summary>
/// Multiplies a value by a factor when a metric has stopped improving. No schedule, for it depends on the metric: a
/// rule whose state is explicit, so that <see cref="Next"/> is pure.
/// </summary>
/// <remarks>
/// PyTorch's ReduceLROnPlateau, fed at the same moments, with two differences. A relative threshold is a share of the
/// best metric's magnitude, so that it also works below zero. Every reduction is applied, where PyTorch skips one that
/// changes the rate by less than 1e-8. A metric that is not finite counts as no improvement.
/// </remarks>
public sealed record ReduceOnPlateau(
    double Factor = 0.1,
    int Patience = 10,
    double Threshold = 1e-4,
    ThresholdMode ThresholdMode = ThresholdMode.Relative,
    int Cooldown = 0,
    double Minimum = 0,
    PlateauMode Mode = PlateauMode.Min)
{
    /// <summary>The factor of each reduction, above 0 and at most 1.</summary>
    public double Factor { get; } = Require.Decay(Factor);

    /// <summary>The bad metrics in a row that are borne; the next one reduces. At least 0.</summary>
    public int Patience { get; } = Require.Count(Patience);

    /// <summary>The improvement that a metric must exceed, at least 0.</summary>
    public double Threshold { get; } = Require.NonNegative(Threshold);

    /// <summary>How the threshold is measured.</summary>
    public ThresholdMode ThresholdMode { get; } = ThresholdMode;

    /// <summary>The metrics after a reduction that are not counted as bad, at least 0.</summary>
    public int Cooldown { get; } = Require.Count(Cooldown);

    /// <summary>The value below which no reduction goes, at least 0.</summary>
    public double Minimum { get; } = Require.NonNegative(Minimum);

    /// <summary>Which way the metric improves.</summary>
    public PlateauMode Mode { get; } = Mode;

    /// <summary>The state after one more metric.</summary>
    public PlateauState Next(PlateauState state, double metric)
    {
        var improved = Improves(metric, state.Best);
        var cooling = state.CooldownLeft > 0;
        var bad = improved || cooling ? 0 : state.BadCount + 1;
        var next = state with
        {
            Best = improved ? metric : state.Best,
            BadCount = bad,
            CooldownLeft = cooling ? state.CooldownLeft - 1 : 0,
        };
        return bad <= Patience ? next : next with { Value = Reduced(state.Value), BadCount = 0, CooldownLeft = Cooldown };
    }

    // A value that starts below the minimum is left alone: a reduction never raises it.
    private double Reduced(double value) => Math.Min(value, Math.Max(value * Factor, Minimum));

    private bool Improves(double metric, double? best)
    {
        if (!double.IsFinite(metric))
            return false;
        if (best is not { } reference)
            return true;
        var margin = ThresholdMode == ThresholdMode.Relative ? Threshold * Math.Abs(reference) : Threshold;
        return Mode == PlateauMode.Min ? metric < reference - margin : metric > reference + margin;
    }
}
