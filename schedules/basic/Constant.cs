namespace Catapult.Schedules;

/// <summary>The same value at every step; it never ends.</summary>
/// <remarks>
/// PyTorch's ConstantLR holds a fraction of the rate first: <c>new Constant(factor * lr).For(steps).Then(lr)</c>.
/// </remarks>
public sealed record Constant(double Value) : Schedule
{
    /// <summary>The value, at least 0.</summary>
    public double Value { get; } = Require.NonNegative(Value);

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => Value;
}
