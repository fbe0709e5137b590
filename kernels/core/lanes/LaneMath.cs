namespace Catapult.Kernels;

/// <summary>
/// Functions composed of a lane's own, written once for all lanes and stable over the whole line.
/// They are accurate to a few units in the last place of the lane's type, double included.
/// </summary>
internal static class LaneMath
{
    private const int ExpTerms = 15;
    private const int ErfSeriesTerms = 44;
    private const int ErfFractionTerms = 40;
    private const double ErfSplit = 2.2;

    /// <summary>Taylor's series below 1/2 in magnitude, where e^x - 1 would cancel.</summary>
    public static T Expm1<T>(T x) where T : struct, ILane<T>
    {
        T series = T.One;
        for (int n = ExpTerms; n >= 2; n--) series = T.MultiplyAdd(series * x, T.Const(1.0 / n), T.One);
        return T.Select(T.Abs(x) < T.Const(0.5), series * x, T.Exp(x) - T.One);
    }

    /// <summary>Kahan's correction: the rounding error of 1 + x cancels in log(u) * x / (u - 1).</summary>
    public static T Log1p<T>(T x) where T : struct, ILane<T>
    {
        T u = T.One + x, log = T.Log(u);
        T corrected = T.Select(T.Equal(u, T.One), x, log * (x / (u - T.One)));
        return T.Select(T.Abs(x) < T.Const(1e6), corrected, log);
    }

    /// <summary>-expm1(-2|x|) / (2 + expm1(-2|x|)) with the sign of x, that of a zero too, which neither overflows nor cancels.</summary>
    public static T Tanh<T>(T x) where T : struct, ILane<T>
    {
        T e = T.Expm1(T.Const(-2) * T.Abs(x)), t = -e / (e + T.Const(2));
        return T.Select(T.Equal(x, T.Zero), x, T.Select(x < T.Zero, -t, t));
    }

    /// <summary>With e = exp(-|x|), which never overflows: 1/(1+e) for x >= 0, e/(1+e) below.</summary>
    public static T Sigmoid<T>(T x) where T : struct, ILane<T>
    {
        T e = T.Exp(-T.Abs(x));
        return T.Select(x < T.Zero, e, T.One) / (T.One + e);
    }

    /// <summary>max(x, 0) + log1p(exp(-|x|)).</summary>
    public static T Softplus<T>(T x) where T : struct, ILane<T> => T.Max(x, T.Zero) + T.Log1p(T.Exp(-T.Abs(x)));

    /// <summary>
    /// Abramowitz and Stegun 7.1.6, whose terms are all positive, near 0; the continued fraction 7.1.14 of erfc beyond.
    /// </summary>
    public static T Erf<T>(T x) where T : struct, ILane<T>
    {
        T a = T.Abs(x), square = T.Min(a * a, T.Const(800)), gauss = T.Exp(-square) * T.Const(1 / Math.Sqrt(Math.PI)), series = T.One;
        for (int n = ErfSeriesTerms; n >= 1; n--) series = T.MultiplyAdd(series * square, T.Const(2.0 / (2 * n + 1)), T.One);
        T far = T.Max(a, T.Const(ErfSplit)), fraction = far;
        for (int n = ErfFractionTerms; n >= 1; n--) fraction = far + T.Const(n / 2.0) / fraction;
        T erf = T.Select(a < T.Const(ErfSplit), T.Const(2) * a * gauss * series, T.One - gauss / fraction);
        return T.Select(x < T.Zero, -erf, erf);
    }

    /// <summary>x to a small whole power by repeated squaring.</summary>
    public static T WholePower<T>(T x, int exponent) where T : struct, ILane<T>
    {
        T result = T.One, square = x;
        for (int n = Math.Abs(exponent); n > 0; n >>= 1, square *= square)
            if ((n & 1) == 1) result *= square;
        return exponent < 0 ? T.One / result : result;
    }
}
