using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// A dual number: a value and its slope along one direction. Evaluating a formula on duals differentiates it exactly
/// (forward mode); duals over duals give second derivatives. Each function has its own rule, because differentiating a
/// stable composition is not stable in general.
/// </summary>
public readonly struct Dual<T>(T value, T slope) : ILane<Dual<T>> where T : struct, ILane<T>
{
    /// <summary>The value.</summary>
    public readonly T Value = value;

    /// <summary>The derivative of the value along the chosen direction.</summary>
    public readonly T Slope = slope;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Const(double x) => new(T.Const(x), T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator +(Dual<T> a, Dual<T> b) => new(a.Value + b.Value, a.Slope + b.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a, Dual<T> b) => new(a.Value - b.Value, a.Slope - b.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a) => new(-a.Value, -a.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(Dual<T> a, Dual<T> b) => new(a.Value * b.Value, a.Slope * b.Value + a.Value * b.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator /(Dual<T> a, Dual<T> b)
    {
        T quotient = a.Value / b.Value;
        return new(quotient, (a.Slope - quotient * b.Slope) / b.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator >(Dual<T> a, Dual<T> b) => new(a.Value > b.Value, T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator <(Dual<T> a, Dual<T> b) => new(a.Value < b.Value, T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator >=(Dual<T> a, Dual<T> b) => new(a.Value >= b.Value, T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator <=(Dual<T> a, Dual<T> b) => new(a.Value <= b.Value, T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Equal(Dual<T> a, Dual<T> b) => new(T.Equal(a.Value, b.Value), T.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Select(Dual<T> mask, Dual<T> yes, Dual<T> no) =>
        new(T.Select(mask.Value, yes.Value, no.Value), T.Select(mask.Value, yes.Slope, no.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Scale(double factor, Dual<T> x) => new(T.Scale(factor, x.Value), T.Scale(factor, x.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sqrt(Dual<T> x)
    {
        T root = T.Sqrt(x.Value);
        return new(root, x.Slope / (root + root));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Rsqrt(Dual<T> x)
    {
        T r = T.Rsqrt(x.Value);
        return new(r, T.Const(-0.5) * r / x.Value * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Exp(Dual<T> x)
    {
        T e = T.Exp(x.Value);
        return new(e, e * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Log(Dual<T> x) => new(T.Log(x.Value), x.Slope / x.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sin(Dual<T> x) => new(T.Sin(x.Value), T.Cos(x.Value) * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Cos(Dual<T> x) => new(T.Cos(x.Value), -T.Sin(x.Value) * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Abs(Dual<T> x)
    {
        T sign = T.Select(x.Value > T.Zero, T.One, T.Select(x.Value < T.Zero, T.Const(-1), T.Zero * x.Value));
        return new(T.Abs(x.Value), sign * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Max(Dual<T> a, Dual<T> b) => new(T.Max(a.Value, b.Value), Winner(a.Value > b.Value, b.Value > a.Value, a.Slope, b.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Min(Dual<T> a, Dual<T> b) => new(T.Min(a.Value, b.Value), Winner(a.Value < b.Value, b.Value < a.Value, a.Slope, b.Slope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Pow(Dual<T> x, double exponent) => exponent == 0
        ? Const(1)
        : new(T.Pow(x.Value, exponent), T.Const(exponent) * T.Pow(x.Value, exponent - 1) * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Expm1(Dual<T> x) => new(T.Expm1(x.Value), T.Exp(x.Value) * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Log1p(Dual<T> x) => new(T.Log1p(x.Value), x.Slope / (T.One + x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Tanh(Dual<T> x)
    {
        T t = T.Tanh(x.Value);
        return new(t, (T.One - t) * (T.One + t) * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sigmoid(Dual<T> x)
    {
        T s = T.Sigmoid(x.Value);
        return new(s, s * T.Sigmoid(-x.Value) * x.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Softplus(Dual<T> x) => new(T.Softplus(x.Value), T.Sigmoid(x.Value) * x.Slope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Erf(Dual<T> x) => new(T.Erf(x.Value), T.Const(2 / Math.Sqrt(Math.PI)) * T.Exp(-x.Value * x.Value) * x.Slope);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Winner(T first, T second, T a, T b) => T.Select(first, a, T.Select(second, b, T.Const(0.5) * (a + b)));
}
