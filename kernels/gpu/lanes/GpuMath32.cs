using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Functions of a float from additions and products alone, right to a unit or two in the last place on every device: a GPU's own are
/// approximations whose error grows with the argument, and differ from device to device.
/// </summary>
internal static class GpuMath32
{
    /// <summary>1 / x for x from 1 to 2^31, to a unit or two in the last place: an estimate from the bits, off by an eighth at most, and three of Newton's steps, each of which squares the error.</summary>
    public static float Inverse(float x)
    {
        float y = Interop.IntAsFloat(0x7EF311C3u - Interop.FloatAsInt(x));
        y = Closer(x, y);
        y = Closer(x, y);
        return Closer(x, y);
    }

    private const float LogE = 1.44269504f;

    // ln 2 in two parts: a multiple of the first by a small integer is exact.
    private const float LnTwoHigh = 0.693359375f, LnTwoLow = -2.12194440e-4f;

    private const float SmallestNormal = 1.17549435e-38f;
    private const float RootHalf = 0.70710678f;
    private const int MantissaBits = 23, Bias = 127;

    /// <summary>e^x = 2^n e^r with |r| at most half of ln 2, and Taylor's series for e^r.</summary>
    public static float Exp(float x)
    {
        float bounded = x > 89f ? 89f : x < -104f ? -104f : x;
        int n = (int)(bounded * LogE + (bounded < 0f ? -0.5f : 0.5f));
        float r = bounded - n * LnTwoHigh - n * LnTwoLow;
        float series = ((((((r * (1f / 5040) + 1f / 720) * r + 1f / 120) * r + 1f / 24) * r + 1f / 6) * r + 0.5f) * r + 1f) * r + 1f;
        // In two factors, because 2^n itself may be no number where the product is one.
        int half = n / 2;
        return float.IsNaN(x) ? x : series * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>Taylor's series below 1/2 in magnitude, where e^x - 1 would cancel.</summary>
    public static float Expm1(float x)
    {
        float series = (((((((x * (1f / 40320) + 1f / 5040) * x + 1f / 720) * x + 1f / 120) * x + 1f / 24) * x + 1f / 6) * x + 0.5f) * x + 1f) * x;
        return x < 0.5f && x > -0.5f ? series : Exp(x) - 1f;
    }

    /// <summary>log x = e ln 2 + 2 artanh((m - 1) / (m + 1)) for x = 2^e m, m around 1.</summary>
    public static float Log(float x)
    {
        bool subnormal = x < SmallestNormal;
        uint bits = Interop.FloatAsInt(subnormal ? x * (1 << MantissaBits) : x);
        int exponent = (int)(bits >> MantissaBits) - Bias - (subnormal ? MantissaBits : 0) + 1;
        float m = Interop.IntAsFloat((bits & 0x007FFFFFu) | 0x3F000000u);
        if (m < RootHalf)
        {
            m += m;
            exponent--;
        }
        float f = m - 1f, s = f / (2f + f), q = s * s;
        float series = ((((q * (1f / 11) + 1f / 9) * q + 1f / 7) * q + 1f / 5) * q + 1f / 3) * q;
        float log = exponent * LnTwoHigh + (exponent * LnTwoLow + (f - s * (f - 2f * series)));
        if (x == 0f) return float.NegativeInfinity;
        return x > 0f ? x < float.PositiveInfinity ? log : x : float.NaN;
    }

    /// <summary>
    /// Maclaurin's series below 1; beyond, 1 - e^(-x²) Q(t) with t = 1 / (1 + x/2), Q fitted by least squares to 3e-8 of erf.
    /// </summary>
    public static float Erf(float x)
    {
        float a = MathF.Abs(x), z = a * a;
        float near = (((((((((z * (1f / 76204800) - 1f / 6894720) * z + 1f / 685440) * z - 1f / 75600) * z + 1f / 9360) * z - 1f / 1320) * z + 1f / 216) * z
            - 1f / 42) * z + 0.1f) * z - 1f / 3) * z + 1f;
        float t = 1f / (1f + 0.5f * a);
        float far = (((((-0.018435139f * t - 0.16914058f) * t + 0.55114862f) * t - 0.0014952264f) * t + 0.3708627f) * t + 0.26536903f) * t + 0.0013092934f;
        float erf = a < 1f ? 1.12837917f * a * near : a < 4.1f ? 1f - Exp(-z) * far : float.IsNaN(a) ? a : 1f;
        return x < 0f ? -erf : erf;
    }

    private static float PowerOfTwo(int n) => Interop.IntAsFloat((uint)(n + Bias) << MantissaBits);

    private static float Closer(float x, float y) => (1f - x * y) * y + y;
}
