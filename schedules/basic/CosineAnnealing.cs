namespace Catapult.Schedules;

/// <summary>
/// Half a cosine wave, reaching its end at step <c>Steps</c>: End + (Start - End) (1 + cos(pi step / Steps)) / 2
/// (Loshchilov and Hutter, 1608.03983).
/// </summary>
/// <remarks>
/// PyTorch's CosineAnnealingLR, whose chained form agrees up to step T_max; after it PyTorch's rate rises again, and
/// this one stays at its end.
/// </remarks>
public sealed record CosineAnnealing(double Start, double End, long Steps) : Schedule
{
    /// <summary>The value at step 0.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The value at step <see cref="Steps"/> and after it.</summary>
    public double End { get; } = Require.NonNegative(End);

    /// <summary>The steps from start to end, at least 1 (PyTorch's T_max).</summary>
    public long Steps { get; } = Require.Steps(Steps);

    /// <inheritdoc/>
    public override long? Length => Steps;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Annealing.Cosine.Between(Start, End, (double)step / Steps);
}
