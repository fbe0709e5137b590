using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Catapult.Kernels;

/// <summary>512 bits of doubles, twice what <see cref="Vec64"/> holds at most: for machines whose units are that wide.</summary>
public readonly struct Wide64(Vector512<double> value) : IVectorLane<Wide64, double>
{
    /// <summary>The vector.</summary>
    public readonly Vector512<double> Value = value;

    static int IVectorLane<Wide64, double>.Count => Vector512<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Wide64 IVectorLane<Wide64, double>.Load(double* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void IVectorLane<Wide64, double>.Store(Wide64 value, double* target) => value.Value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Wide64 IVectorLane<Wide64, double>.Broadcast(double* source) => new(Vector512.Create(*source));

    static double IVectorLane<Wide64, double>.At(Wide64 value, int index) => value.Value[index];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Const(double x) => new(Vector512.Create((double)x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator +(Wide64 a, Wide64 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator -(Wide64 a, Wide64 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator -(Wide64 a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator *(Wide64 a, Wide64 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator /(Wide64 a, Wide64 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator >(Wide64 a, Wide64 b) => new(Vector512.GreaterThan<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator <(Wide64 a, Wide64 b) => new(Vector512.LessThan<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator >=(Wide64 a, Wide64 b) => new(Vector512.GreaterThanOrEqual<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 operator <=(Wide64 a, Wide64 b) => new(Vector512.LessThanOrEqual<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Equal(Wide64 a, Wide64 b) => new(Vector512.Equals<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Select(Wide64 mask, Wide64 yes, Wide64 no) => new(Vector512.ConditionalSelect(mask.Value, yes.Value, no.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 MultiplyAdd(Wide64 a, Wide64 b, Wide64 c) => new(Vector512.MultiplyAddEstimate(a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Sqrt(Wide64 x) => new(Vector512.Sqrt(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Exp(Wide64 x) => new(Vector512.Exp(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Log(Wide64 x) => new(Vector512.Log(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Sin(Wide64 x) => new(Vector512.Sin(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Cos(Wide64 x) => new(Vector512.Cos(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Abs(Wide64 x) => new(Vector512.Abs(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Max(Wide64 a, Wide64 b) => new(Vector512.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Min(Wide64 a, Wide64 b) => new(Vector512.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Wide64 Pow(Wide64 x, double exponent)
    {
        if (exponent == 0.5) return Sqrt(x);
        if (Math.Abs(exponent) <= 8 && exponent == Math.Round(exponent)) return LaneMath.WholePower(x, (int)exponent);
        Vector512<double> result = default;
        for (int i = 0; i < Vector512<double>.Count; i++) result = result.WithElement(i, (double)Math.Pow(x.Value[i], exponent));
        return new(result);
    }
}
