namespace Catapult.Schedules;

/// <summary>
/// A straight line, reaching its end at step <c>Steps</c>: Start + (End - Start) step / Steps. PyTorch's LinearLR.
/// </summary>
public sealed record LinearRamp(double Start, double End, long Steps) : Schedule
{
    /// <summary>The value at step 0.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The value at step <see cref="Steps"/> and after it.</summary>
    public double End { get; } = Require.NonNegative(End);

    /// <summary>The steps from start to end, at least 1.</summary>
    public long Steps { get; } = Require.Steps(Steps);

    /// <inheritdoc/>
    public override long? Length => Steps;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Annealing.Linear.Between(Start, End, (double)step / Steps);
}
