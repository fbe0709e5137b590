namespace Catapult.Kernels;

/// <summary>One float.</summary>
public readonly record struct Lane32(float Value) : ILane<Lane32>
{
    /// <inheritdoc/>
    public static Lane32 Const(double x) => new((float)x);

    /// <inheritdoc/>
    public static Lane32 operator +(Lane32 a, Lane32 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    public static Lane32 operator -(Lane32 a, Lane32 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    public static Lane32 operator -(Lane32 a) => new(-a.Value);

    /// <inheritdoc/>
    public static Lane32 operator *(Lane32 a, Lane32 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    public static Lane32 operator /(Lane32 a, Lane32 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    public static Lane32 operator >(Lane32 a, Lane32 b) => Mask(a.Value > b.Value);

    /// <inheritdoc/>
    public static Lane32 operator <(Lane32 a, Lane32 b) => Mask(a.Value < b.Value);

    /// <inheritdoc/>
    public static Lane32 operator >=(Lane32 a, Lane32 b) => Mask(a.Value >= b.Value);

    /// <inheritdoc/>
    public static Lane32 operator <=(Lane32 a, Lane32 b) => Mask(a.Value <= b.Value);

    /// <inheritdoc/>
    public static Lane32 Equal(Lane32 a, Lane32 b) => Mask(a.Value == b.Value);

    /// <inheritdoc/>
    public static Lane32 Select(Lane32 mask, Lane32 yes, Lane32 no) => mask.Value != 0 ? yes : no;

    /// <inheritdoc/>
    public static Lane32 Sqrt(Lane32 x) => new(MathF.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Lane32 Exp(Lane32 x) => new(MathF.Exp(x.Value));

    /// <inheritdoc/>
    public static Lane32 Log(Lane32 x) => new(MathF.Log(x.Value));

    /// <inheritdoc/>
    public static Lane32 Sin(Lane32 x) => new(MathF.Sin(x.Value));

    /// <inheritdoc/>
    public static Lane32 Cos(Lane32 x) => new(MathF.Cos(x.Value));

    /// <inheritdoc/>
    public static Lane32 Tanh(Lane32 x) => new(MathF.Tanh(x.Value));

    /// <inheritdoc/>
    public static Lane32 Abs(Lane32 x) => new(MathF.Abs(x.Value));

    /// <inheritdoc/>
    public static Lane32 Max(Lane32 a, Lane32 b) => new(MathF.Max(a.Value, b.Value));

    /// <inheritdoc/>
    public static Lane32 Min(Lane32 a, Lane32 b) => new(MathF.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Lane32 Pow(Lane32 x, double exponent) => exponent == 0.5 ? Sqrt(x) : new((float)Math.Pow(x.Value, exponent));

    private static Lane32 Mask(bool holds) => new(holds ? 1 : 0);
}
