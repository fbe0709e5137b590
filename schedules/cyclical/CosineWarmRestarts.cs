namespace Catapult.Schedules;

/// <summary>
/// Cosine annealing that restarts without end, each period <c>Multiplier</c> times the one before
/// (SGDR, Loshchilov and Hutter, 1608.03983). With t the steps since the restart and T the period:
/// End + (Start - End) (1 + cos(pi t / T)) / 2. PyTorch's CosineAnnealingWarmRestarts, moved once a step. Each restart may start lower, at Decay times the
/// swing of the one before, and after Limit periods the value may stay at the end (timm's cycle_decay and cycle_limit).
/// </summary>
/// <remarks>The step of a restart has the start value again, so that the end value is approached and never taken but after the last.</remarks>
public sealed record CosineWarmRestarts(double Start, double End, long Period, long Multiplier = 1, double Decay = 1, int? Limit = null) : Schedule
{
    /// <summary>The value at step 0 and at every restart.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The value approached at the end of each period.</summary>
    public double End { get; } = Require.NonNegative(End);

    /// <summary>The steps of the first period, at least 1 (T_0).</summary>
    public long Period { get; } = Require.Steps(Period);

    /// <summary>The growth of the period at each restart, at least 1 (T_mult).</summary>
    public long Multiplier { get; } = Require.Steps(Multiplier);

    /// <summary>The swing of a period over that of the one before, above 0 and at most 1.</summary>
    public double Decay { get; } = Require.Decay(Decay);

    /// <summary>The number of periods, at least 1; null for no end.</summary>
    public int? Limit { get; } = Limit is { } limit ? Require.Positive(limit) : null;

    /// <inheritdoc/>
    public override long? Length => Limit is { } limit ? Total(limit) : null;

    /// <inheritdoc/>
    protected override double Evaluate(long step)
    {
        if (Length is { } length && step >= length) return End;
        var (since, period, cycle) = Multiplier == 1 ? (step % Period, Period, step / Period) : Locate(step);
        double start = Decay == 1 ? Start : End + (Start - End) * Math.Pow(Decay, cycle);
        return Annealing.Cosine.Between(start, End, (double)since / (double)period);
    }

    // Whole numbers, because the logarithm of the closed form misses the restart by rounding; 128 bits hold any product.
    private (long Since, Int128 Period, long Cycle) Locate(long step)
    {
        Int128 period = Period;
        long cycle = 0;
        while (step >= period)
        {
            step -= (long)period;
            period *= Multiplier;
            cycle++;
        }
        return (step, period, cycle);
    }

    private long Total(int periods)
    {
        long total = 0, period = Period;
        for (int i = 0; i < periods; i++, period = checked(period * Multiplier)) total = checked(total + period);
        return total;
    }
}
