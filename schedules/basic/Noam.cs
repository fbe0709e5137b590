namespace Catapult.Schedules;

/// <summary>
/// The schedule of the transformer (Vaswani et al. 2017, 1706.03762): a line up, then the inverse square root of the step, which meets it at the peak. With n the
/// step counted from 1: Peak min(n / Warmup, sqrt(Warmup / n)). The paper's Peak is 1 / sqrt(model width Warmup).
/// </summary>
public sealed record Noam(double Peak, long Warmup) : Schedule
{
    /// <summary>The highest value, at step Warmup - 1.</summary>
    public double Peak { get; } = Require.NonNegative(Peak);

    /// <summary>The steps of the line, at least 1.</summary>
    public long Warmup { get; } = Require.Steps(Warmup);

    /// <summary>The paper's form: factor / sqrt(width) min(n^-1/2, n Warmup^-3/2).</summary>
    /// <param name="width">The width of the model.</param>
    /// <param name="warmup">The steps of the line.</param>
    /// <param name="factor">Multiplies the whole.</param>
    public static Noam OfWidth(int width, long warmup, double factor = 1) => new(factor / Math.Sqrt((double)Require.Positive(width) * warmup), warmup);

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step)
    {
        double n = step + 1.0;
        return Peak * Math.Min(n / Warmup, Math.Sqrt(Warmup / n));
    }
}
