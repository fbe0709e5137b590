using System.Numerics;
using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>A SIMD vector of floats, as wide as the hardware's.</summary>
public readonly struct Vec32(Vector<float> value) : IVectorLane<Vec32, float>
{
    /// <summary>The vector.</summary>
    public readonly Vector<float> Value = value;

    static int IVectorLane<Vec32, float>.Count => Vector<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vec32 IVectorLane<Vec32, float>.Load(float* source) => new(Vector.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void IVectorLane<Vec32, float>.Store(Vec32 value, float* target) => value.Value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vec32 IVectorLane<Vec32, float>.Broadcast(float* source) => new(new Vector<float>(*source));

    static double IVectorLane<Vec32, float>.At(Vec32 value, int index) => value.Value[index];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Const(double x) => new(new Vector<float>((float)x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator +(Vec32 a, Vec32 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator -(Vec32 a, Vec32 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator -(Vec32 a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator *(Vec32 a, Vec32 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator /(Vec32 a, Vec32 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator >(Vec32 a, Vec32 b) => new(Vector.GreaterThan<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator <(Vec32 a, Vec32 b) => new(Vector.LessThan<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator >=(Vec32 a, Vec32 b) => new(Vector.GreaterThanOrEqual<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 operator <=(Vec32 a, Vec32 b) => new(Vector.LessThanOrEqual<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Equal(Vec32 a, Vec32 b) => new(Vector.Equals<float>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Select(Vec32 mask, Vec32 yes, Vec32 no) => new(Vector.ConditionalSelect(mask.Value, yes.Value, no.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 MultiplyAdd(Vec32 a, Vec32 b, Vec32 c) => new(Vector.MultiplyAddEstimate(a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Sqrt(Vec32 x) => new(Vector.SquareRoot(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Exp(Vec32 x) => new(Vector.Exp(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Log(Vec32 x) => new(Vector.Log(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Sin(Vec32 x) => new(Vector.Sin(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Cos(Vec32 x) => new(Vector.Cos(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Abs(Vec32 x) => new(Vector.Abs(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Max(Vec32 a, Vec32 b) => new(Vector.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec32 Min(Vec32 a, Vec32 b) => new(Vector.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Vec32 Pow(Vec32 x, double exponent)
    {
        if (exponent == 0.5) return Sqrt(x);
        if (Math.Abs(exponent) <= 8 && exponent == Math.Round(exponent)) return LaneMath.WholePower(x, (int)exponent);
        Vector<float> result = default;
        for (int i = 0; i < Vector<float>.Count; i++) result = result.WithElement(i, (float)Math.Pow(x.Value[i], exponent));
        return new(result);
    }
}
