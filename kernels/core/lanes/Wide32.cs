using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Catapult.Kernels;

/// <summary>512 bits of floats, twice what <see cref="Vec32"/> holds at most: for machines whose units are that wide.</summary>
public readonly struct Wide32(Vector512<float> value) : IVectorLane<Wide32, float>
{
    /// <summary>The vector.</summary>
    public readonly Vector512<float> Value = value;

    static int IVectorLane<Wide32, float>.Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Wide32 IVectorLane<Wide32, float>.Load(float* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void IVectorLane<Wide32, float>.Store(Wide32 value, float* target) => value.Value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Wide32 IVectorLane<Wide32, float>.Broadcast(float* source) => new(Vector512.Create(*source));

    static double IVectorLane<Wide32, float>.At(Wide32 value, int index) => value.Value[index];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Const(double x) => new(Vector512.Create((float)x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator +(Wide32 a, Wide32 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator -(Wide32 a, Wide32 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator -(Wide32 a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator *(Wide32 a, Wide32 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator /(Wide32 a, Wide32 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator >(Wide32 a, Wide32 b) => new(Vector512.GreaterThan<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator <(Wide32 a, Wide32 b) => new(Vector512.LessThan<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator >=(Wide32 a, Wide32 b) => new(Vector512.GreaterThanOrEqual<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 operator <=(Wide32 a, Wide32 b) => new(Vector512.LessThanOrEqual<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Equal(Wide32 a, Wide32 b) => new(Vector512.Equals<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Select(Wide32 mask, Wide32 yes, Wide32 no) => new(Vector512.ConditionalSelect(mask.Value, yes.Value, no.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 MultiplyAdd(Wide32 a, Wide32 b, Wide32 c) => new(Vector512.MultiplyAddEstimate(a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Sqrt(Wide32 x) => new(Vector512.Sqrt(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Exp(Wide32 x) => new(Vector512.Exp(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Log(Wide32 x) => new(Vector512.Log(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Sin(Wide32 x) => new(Vector512.Sin(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Cos(Wide32 x) => new(Vector512.Cos(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Abs(Wide32 x) => new(Vector512.Abs(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Max(Wide32 a, Wide32 b) => new(Vector512.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Min(Wide32 a, Wide32 b) => new(Vector512.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Wide32 Pow(Wide32 x, double exponent)
    {
        if (exponent == 0.5) return Sqrt(x);
        if (Math.Abs(exponent) <= 8 && exponent == Math.Round(exponent)) return LaneMath.WholePower(x, (int)exponent);
        Vector512<float> result = default;
        for (int i = 0; i < Vector512<float>.Count; i++) result = result.WithElement(i, (float)Math.Pow(x.Value[i], exponent));
        return new(result);
    }
}
