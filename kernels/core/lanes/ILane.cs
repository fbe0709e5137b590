namespace Catapult.Kernels;

/// <summary>
/// What a scalar formula is evaluated on: one double, a SIMD vector, a GPU register, or a dual number over any of them.
/// A formula that is generic over the lane is written once and runs everywhere.
/// Comparisons give masks, which only <see cref="Select"/> reads. NaN compares false and propagates through all arithmetic, Max and Min included.
/// </summary>
public interface ILane<T> where T : struct, ILane<T>
{
    /// <summary>The constant, rounded to the lane's precision.</summary>
    static abstract T Const(double x);

    /// <summary>0.</summary>
    static virtual T Zero => T.Const(0);

    /// <summary>1.</summary>
    static virtual T One => T.Const(1);

    /// <summary>Sum.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>Difference.</summary>
    static abstract T operator -(T a, T b);

    /// <summary>Negation.</summary>
    static abstract T operator -(T a);

    /// <summary>Product.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>Quotient.</summary>
    static abstract T operator /(T a, T b);

    /// <summary>Mask of a &gt; b.</summary>
    static abstract T operator >(T a, T b);

    /// <summary>Mask of a &lt; b.</summary>
    static abstract T operator <(T a, T b);

    /// <summary>Mask of a &gt;= b.</summary>
    static abstract T operator >=(T a, T b);

    /// <summary>Mask of a &lt;= b.</summary>
    static abstract T operator <=(T a, T b);

    /// <summary>Mask of a = b.</summary>
    static abstract T Equal(T a, T b);

    /// <summary>yes where the mask holds, no elsewhere.</summary>
    static abstract T Select(T mask, T yes, T no);

    /// <summary>a * b + c, with one rounding where the hardware has it.</summary>
    static virtual T MultiplyAdd(T a, T b, T c) => a * b + c;

    /// <summary>A constant times x. Its slope is the constant even where x is infinite, which a product of two lanes cannot know.</summary>
    static virtual T Scale(double factor, T x) => T.Const(factor) * x;

    /// <summary>Square root.</summary>
    static abstract T Sqrt(T x);

    /// <summary>1 / sqrt(x).</summary>
    static virtual T Rsqrt(T x) => T.One / T.Sqrt(x);

    /// <summary>e^x.</summary>
    static abstract T Exp(T x);

    /// <summary>Natural logarithm.</summary>
    static abstract T Log(T x);

    /// <summary>Sine of x radians.</summary>
    static abstract T Sin(T x);

    /// <summary>Cosine of x radians.</summary>
    static abstract T Cos(T x);

    /// <summary>|x|, with derivative 0 at 0.</summary>
    static abstract T Abs(T x);

    /// <summary>The larger; ties share the derivative in halves.</summary>
    static abstract T Max(T a, T b);

    /// <summary>The smaller; ties share the derivative in halves.</summary>
    static abstract T Min(T a, T b);

    /// <summary>x to a constant power, as IEEE pow; to the power 1/2 it is the square root, which differs at -infinity (NaN) and -0.</summary>
    static abstract T Pow(T x, double exponent);

    /// <summary>e^x - 1, accurate near 0.</summary>
    static virtual T Expm1(T x) => LaneMath.Expm1(x);

    /// <summary>log(1 + x), accurate near 0.</summary>
    static virtual T Log1p(T x) => LaneMath.Log1p(x);

    /// <summary>Hyperbolic tangent.</summary>
    static virtual T Tanh(T x) => LaneMath.Tanh(x);

    /// <summary>1 / (1 + e^-x).</summary>
    static virtual T Sigmoid(T x) => LaneMath.Sigmoid(x);

    /// <summary>log(1 + e^x).</summary>
    static virtual T Softplus(T x) => LaneMath.Softplus(x);

    /// <summary>The error function, 2/sqrt(pi) times the integral of e^-t² from 0 to x.</summary>
    static virtual T Erf(T x) => LaneMath.Erf(x);
}
