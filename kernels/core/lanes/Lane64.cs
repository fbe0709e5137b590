namespace Catapult.Kernels;

/// <summary>One double: the oracle against which the other lanes are tested.</summary>
public readonly record struct Lane64(double Value) : ILane<Lane64>
{
    /// <inheritdoc/>
    public static Lane64 Const(double x) => new((double)x);

    /// <inheritdoc/>
    public static Lane64 operator +(Lane64 a, Lane64 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    public static Lane64 operator -(Lane64 a, Lane64 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    public static Lane64 operator -(Lane64 a) => new(-a.Value);

    /// <inheritdoc/>
    public static Lane64 operator *(Lane64 a, Lane64 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    public static Lane64 operator /(Lane64 a, Lane64 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    public static Lane64 operator >(Lane64 a, Lane64 b) => Mask(a.Value > b.Value);

    /// <inheritdoc/>
    public static Lane64 operator <(Lane64 a, Lane64 b) => Mask(a.Value < b.Value);

    /// <inheritdoc/>
    public static Lane64 operator >=(Lane64 a, Lane64 b) => Mask(a.Value >= b.Value);

    /// <inheritdoc/>
    public static Lane64 operator <=(Lane64 a, Lane64 b) => Mask(a.Value <= b.Value);

    /// <inheritdoc/>
    public static Lane64 Equal(Lane64 a, Lane64 b) => Mask(a.Value == b.Value);

    /// <inheritdoc/>
    public static Lane64 Select(Lane64 mask, Lane64 yes, Lane64 no) => mask.Value != 0 ? yes : no;

    /// <inheritdoc/>
    public static Lane64 Sqrt(Lane64 x) => new(Math.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Lane64 Exp(Lane64 x) => new(Math.Exp(x.Value));

    /// <inheritdoc/>
    public static Lane64 Log(Lane64 x) => new(Math.Log(x.Value));

    /// <inheritdoc/>
    public static Lane64 Sin(Lane64 x) => new(Math.Sin(x.Value));

    /// <inheritdoc/>
    public static Lane64 Cos(Lane64 x) => new(Math.Cos(x.Value));

    /// <inheritdoc/>
    public static Lane64 Tanh(Lane64 x) => new(Math.Tanh(x.Value));

    /// <inheritdoc/>
    public static Lane64 Abs(Lane64 x) => new(Math.Abs(x.Value));

    /// <inheritdoc/>
    public static Lane64 Max(Lane64 a, Lane64 b) => new(Math.Max(a.Value, b.Value));

    /// <inheritdoc/>
    public static Lane64 Min(Lane64 a, Lane64 b) => new(Math.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Lane64 Pow(Lane64 x, double exponent) => exponent == 0.5 ? Sqrt(x) : new((double)Math.Pow(x.Value, exponent));

    private static Lane64 Mask(bool holds) => new(holds ? 1 : 0);
}
