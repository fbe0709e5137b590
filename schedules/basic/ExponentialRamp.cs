namespace Catapult.Schedules;

/// <summary>
/// A geometric sweep, reaching its end at step <c>Steps</c>: Start (End / Start)^(step / Steps). The learning-rate
/// range test sweeps so, from 1e-7 to 10 over 100 steps in fastai.
/// </summary>
public sealed record ExponentialRamp(double Start, double End, long Steps) : Schedule
{
    /// <summary>The value at step 0, above 0.</summary>
    public double Start { get; } = Require.Positive(Start);

    /// <summary>The value at step <see cref="Steps"/> and after it, above 0.</summary>
    public double End { get; } = Require.Positive(End);

    /// <summary>The steps from start to end, at least 1.</summary>
    public long Steps { get; } = Require.Steps(Steps);

    /// <inheritdoc/>
    public override long? Length => Steps;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Annealing.Exponential.Between(Start, End, (double)step / Steps);
}
