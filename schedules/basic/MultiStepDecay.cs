namespace Catapult.Schedules;

/// <summary>
/// A stair that drops at given steps: Start Gamma^(number of milestones up to and including the step). It never ends,
/// for the last stair goes on. PyTorch's MultiStepLR.
/// </summary>
public sealed record MultiStepDecay(double Start, ValueList<long> Milestones, double Gamma) : Schedule
{
    /// <summary>The value before the first milestone.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The steps at which the value drops, in any order; one given twice drops twice.</summary>
    public ValueList<long> Milestones { get; } = Milestones;

    /// <summary>The factor of each drop, above 0 and at most 1.</summary>
    public double Gamma { get; } = Require.Decay(Gamma);

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Start * Math.Pow(Gamma, Milestones.Count(milestone => milestone <= step));
}
