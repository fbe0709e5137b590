namespace Catapult.Schedules;

/// <summary>A stair that drops every <c>Every</c> steps, without end: Start Gamma^floor(step / Every). PyTorch's StepLR.</summary>
public sealed record StepDecay(double Start, long Every, double Gamma) : Schedule
{
    /// <summary>The value at step 0.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The steps on each stair, at least 1; the first drop is at this step.</summary>
    public long Every { get; } = Require.Steps(Every);

    /// <summary>The factor of each drop, above 0 and at most 1.</summary>
    public double Gamma { get; } = Require.Decay(Gamma);

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Start * Math.Pow(Gamma, step / Every);
}
