namespace Catapult.Schedules;

/// <summary>
/// Cosine annealing that restarts without end, each period <c>Multiplier</c> times the one before
/// (SGDR, Loshchilov and Hutter, 1608.03983). With t the steps since the restart and T the period:
/// End + (Start - End) (1 + cos(pi t / T)) / 2. PyTorch's CosineAnnealingWarmRestarts, moved once a step.
/// </summary>
/// <remarks>The step of a restart has the start value again, so that the end value is approached and never taken.</remarks>
public sealed record CosineWarmRestarts(double Start, double End, long Period, long Multiplier = 1) : Schedule
{
    /// <summary>The value at step 0 and at every restart.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The value approached at the end of each period.</summary>
    public double End { get; } = Require.NonNegative(End);

    /// <summary>The steps of the first period, at least 1 (T_0).</summary>
    public long Period { get; } = Require.Steps(Period);

    /// <summary>The growth of the period at each restart, at least 1 (T_mult).</summary>
    public long Multiplier { get; } = Require.Steps(Multiplier);

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step)
    {
        var (since, period) = Multiplier == 1 ? (step % Period, Period) : Locate(step);
        return Annealing.Cosine.Between(Start, End, (double)since / (double)period);
    }

    // Whole numbers, because the logarithm of the closed form misses the restart by rounding; 128 bits hold any product.
    private (long Since, Int128 Period) Locate(long step)
    {
        Int128 period = Period;
        while (step >= period)
        {
            step -= (long)period;
            period *= Multiplier;
        }
        return (step, period);
    }
}
