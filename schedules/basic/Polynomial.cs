namespace Catapult.Schedules;

/// <summary>
/// A power of the way left, reaching its end at step <c>Steps</c>: End + (Start - End) (1 - step / Steps)^Power.
/// </summary>
/// <remarks>PyTorch's PolynomialLR, which always ends at 0; its chained form agrees at every step.</remarks>
public sealed record Polynomial(double Start, double End, long Steps, double Power) : Schedule
{
    /// <summary>The value at step 0.</summary>
    public double Start { get; } = Require.NonNegative(Start);

    /// <summary>The value at step <see cref="Steps"/> and after it.</summary>
    public double End { get; } = Require.NonNegative(End);

    /// <summary>The steps from start to end, at least 1.</summary>
    public long Steps { get; } = Require.Steps(Steps);

    /// <summary>The exponent, above 0; 1 is a straight line.</summary>
    public double Power { get; } = Require.Positive(Power);

    /// <inheritdoc/>
    public override long? Length => Steps;

    /// <inheritdoc/>
    protected override double Evaluate(long step) => double.Lerp(End, Start, Math.Pow((double)(Steps - step) / Steps, Power));
}
