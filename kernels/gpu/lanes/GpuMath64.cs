using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>Functions of a double from additions and products alone, right to a few units in the last place on every device; see <see cref="GpuMath32"/>.</summary>
internal static class GpuMath64
{
    private const double LogE = 1.4426950408889634;

    // ln 2 and pi/2 in two parts: a multiple of the first by a small integer is exact.
    private const double LnTwoHigh = 0.6931471803691238, LnTwoLow = 1.9082149292705877e-10;
    private const double HalfPiHigh = 1.5707963267341256, HalfPiLow = 6.077100506506192e-11;

    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double RootHalf = 0.7071067811865476;
    private const int MantissaBits = 52, Bias = 1023;

    // Beyond, quadrants are more than an integer counts.
    private const double LargestAngle = 3e9;

    /// <summary>e^x = 2^n e^r with |r| at most half of ln 2, and Taylor's series for e^r.</summary>
    public static double Exp(double x)
    {
        double bounded = x > 710.0 ? 710.0 : x < -746.0 ? -746.0 : x;
        int n = (int)(bounded * LogE + (bounded < 0.0 ? -0.5 : 0.5));
        double r = bounded - n * LnTwoHigh - n * LnTwoLow;
        int half = n / 2;
        return double.IsNaN(x) ? x : (Tail(r) * r + 1.0) * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>Taylor's series below 1/4 in magnitude, where e^x - 1 would cancel.</summary>
    public static double Expm1(double x) => x < 0.25 && x > -0.25 ? Tail(x) * x : Exp(x) - 1.0;

    /// <summary>log x = e ln 2 + 2 artanh((m - 1) / (m + 1)) for x = 2^e m, m around 1.</summary>
    public static double Log(double x)
    {
        bool subnormal = x < SmallestNormal;
        ulong bits = Interop.FloatAsInt(subnormal ? x * (1L << MantissaBits) : x);
        int exponent = (int)(bits >> MantissaBits) - Bias - (subnormal ? MantissaBits : 0) + 1;
        double m = Interop.IntAsFloat((bits & 0x000FFFFFFFFFFFFFul) | 0x3FE0000000000000ul);
        if (m < RootHalf)
        {
            m += m;
            exponent--;
        }
        double f = m - 1.0, s = f / (2.0 + f), q = s * s;
        double series = (((((((((q * (1.0 / 21) + 1.0 / 19) * q + 1.0 / 17) * q + 1.0 / 15) * q + 1.0 / 13) * q + 1.0 / 11) * q + 1.0 / 9) * q
            + 1.0 / 7) * q + 1.0 / 5) * q + 1.0 / 3) * q;
        double log = exponent * LnTwoHigh + (exponent * LnTwoLow + (f - s * (f - 2.0 * series)));
        if (x == 0.0) return double.NegativeInfinity;
        return x > 0.0 ? x < double.PositiveInfinity ? log : x : double.NaN;
    }

    /// <summary>Taylor's series of sine or cosine around the nearest multiple of pi/2. Angles beyond 3e9 give NaN.</summary>
    public static double Sin(double x) => QuarterWave(x, 0);

    /// <summary>sin(x + pi/2).</summary>
    public static double Cos(double x) => QuarterWave(x, 1);

    /// <summary>x^y by repeated squaring for the whole part of y and e^(f log x) for the rest f.</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0) return 1.0;
        double a = Math.Abs(x), whole = Floor(y), rest = y - whole;
        bool plain = a > 0.0 && a < double.PositiveInfinity && whole < 1e9 && whole > -1e9;
        double magnitude = plain ? WholePower(a, (int)whole) * (rest == 0.0 ? 1.0 : Exp(rest * Log(a))) : Exp(y * Log(a));
        bool isNegative = x < 0.0 || (x == 0.0 && 1.0 / x < 0.0);
        if (x >= 0.0 && !isNegative) return magnitude;
        if (rest != 0.0 && x < 0.0 && a < double.PositiveInfinity) return double.NaN;
        bool odd = rest == 0.0 && 2.0 * Floor(0.5 * whole) != whole;
        return double.IsNaN(x) ? x : odd ? -magnitude : magnitude;
    }

    /// <summary>(e^r - 1) / r.</summary>
    private static double Tail(double r) =>
        (((((((((((r * (1.0 / 6227020800) + 1.0 / 479001600) * r + 1.0 / 39916800) * r + 1.0 / 3628800) * r + 1.0 / 362880) * r + 1.0 / 40320) * r + 1.0 / 5040) * r
            + 1.0 / 720) * r + 1.0 / 120) * r + 1.0 / 24) * r + 1.0 / 6) * r + 0.5) * r + 1.0;

    private static double QuarterWave(double x, int quarters)
    {
        if (!(x < LargestAngle && x > -LargestAngle)) return double.NaN;
        int n = (int)(x * (1 / (HalfPiHigh + HalfPiLow)) + (x < 0.0 ? -0.5 : 0.5));
        double r = x - n * HalfPiHigh - n * HalfPiLow, q = r * r;
        double sin = ((((((((q * (1.0 / 355687428096000) - 1.0 / 1307674368000) * q + 1.0 / 6227020800) * q - 1.0 / 39916800) * q + 1.0 / 362880) * q
            - 1.0 / 5040) * q + 1.0 / 120) * q - 1.0 / 6) * q + 1.0) * r;
        double cos = ((((((((q * (1.0 / 20922789888000) - 1.0 / 87178291200) * q + 1.0 / 479001600) * q - 1.0 / 3628800) * q + 1.0 / 40320) * q
            - 1.0 / 720) * q + 1.0 / 24) * q - 0.5) * q) + 1.0;
        int quadrant = n + quarters & 3;
        double wave = (quadrant & 1) == 0 ? sin : cos;
        return quadrant < 2 ? wave : -wave;
    }

    private static double WholePower(double x, int exponent)
    {
        double result = 1.0, square = x;
        for (int n = exponent < 0 ? -exponent : exponent; n > 0; n >>= 1)
        {
            if ((n & 1) == 1) result *= square;
            square *= square;
        }
        return exponent < 0 ? 1.0 / result : result;
    }

    private static double Floor(double x)
    {
        if (!(x < 9e15 && x > -9e15)) return x;
        double whole = (long)x;
        return whole > x ? whole - 1.0 : whole;
    }

    private static double PowerOfTwo(int n) => Interop.IntAsFloat((ulong)(n + Bias) << MantissaBits);
}
