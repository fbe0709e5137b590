using System.Numerics;
using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>A SIMD vector of doubles, as wide as the hardware's.</summary>
public readonly struct Vec64(Vector<double> value) : IVectorLane<Vec64, double>
{
    /// <summary>The vector.</summary>
    public readonly Vector<double> Value = value;

    static int IVectorLane<Vec64, double>.Count => Vector<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vec64 IVectorLane<Vec64, double>.Load(double* source) => new(Vector.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void IVectorLane<Vec64, double>.Store(Vec64 value, double* target) => value.Value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vec64 IVectorLane<Vec64, double>.Broadcast(double* source) => new(new Vector<double>(*source));

    static double IVectorLane<Vec64, double>.At(Vec64 value, int index) => value.Value[index];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Const(double x) => new(new Vector<double>((double)x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator +(Vec64 a, Vec64 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator -(Vec64 a, Vec64 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator -(Vec64 a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator *(Vec64 a, Vec64 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator /(Vec64 a, Vec64 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator >(Vec64 a, Vec64 b) => new(Vector.GreaterThan<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator <(Vec64 a, Vec64 b) => new(Vector.LessThan<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator >=(Vec64 a, Vec64 b) => new(Vector.GreaterThanOrEqual<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 operator <=(Vec64 a, Vec64 b) => new(Vector.LessThanOrEqual<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Equal(Vec64 a, Vec64 b) => new(Vector.Equals<double>(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Select(Vec64 mask, Vec64 yes, Vec64 no) => new(Vector.ConditionalSelect(mask.Value, yes.Value, no.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 MultiplyAdd(Vec64 a, Vec64 b, Vec64 c) => new(Vector.MultiplyAddEstimate(a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Sqrt(Vec64 x) => new(Vector.SquareRoot(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Exp(Vec64 x) => new(Vector.Exp(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Log(Vec64 x) => new(Vector.Log(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Sin(Vec64 x) => new(Vector.Sin(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Cos(Vec64 x) => new(Vector.Cos(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Abs(Vec64 x) => new(Vector.Abs(x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Max(Vec64 a, Vec64 b) => new(Vector.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec64 Min(Vec64 a, Vec64 b) => new(Vector.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Vec64 Pow(Vec64 x, double exponent)
    {
        if (exponent == 0.5) return Sqrt(x);
        if (Math.Abs(exponent) <= 8 && exponent == Math.Round(exponent)) return LaneMath.WholePower(x, (int)exponent);
        Vector<double> result = default;
        for (int i = 0; i < Vector<double>.Count; i++) result = result.WithElement(i, (double)Math.Pow(x.Value[i], exponent));
        return new(result);
    }
}
