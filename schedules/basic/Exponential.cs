namespace Catapult.Schedules;

/// <summary>Decay by a constant factor each step, without end: Start Gamma^step. PyTorch's ExponentialLR.</summary>
public sealed record Exponential(double Start, double Gamma) : Schedule
{
    /// <summary>The value at step 0.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The factor of each step, above 0 and at most 1; a growing sweep is an <see cref="ExponentialRamp"/>.</summary>
    public double Gamma { get; } = Require.Decay(Gamma);

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Start * Math.Pow(Gamma, step);
}
