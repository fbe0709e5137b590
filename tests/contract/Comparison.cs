using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Compares results element by element and reports the worst.</summary>
internal static class Comparison
{
    /// <summary>The distance from 1 to the next number of the type; integers are exact.</summary>
    public static double Epsilon(DType type) => type switch { DType.Float32 => Math.Pow(2, -23), DType.Float64 => Math.Pow(2, -52), _ => 0 };

    /// <summary>Asserts |actual - expected| &lt;= tolerance; NaN and infinities must be the same.</summary>
    public static void Close(double[] expected, double[] actual, Func<int, double> tolerance, string what)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length), what);
        int worst = -1, wrong = 0;
        double worstExcess = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double excess = Excess(expected[i], actual[i], tolerance(i));
            if (excess > 0) wrong++;
            if (excess > worstExcess) (worst, worstExcess) = (i, excess);
        }
        if (worst >= 0)
            Assert.Fail($"{what}: element {worst} is {actual[worst]:R} and should be {expected[worst]:R} within {tolerance(worst):G3}; "
                + $"it is the worst of {wrong} wrong in {expected.Length}.");
    }

    /// <summary>Asserts equal bits; all NaN are one.</summary>
    public static void Same(double[] expected, double[] actual, string what)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length), what);
        for (int i = 0; i < expected.Length; i++)
            if (!expected[i].Equals(actual[i]) || double.IsNegative(expected[i]) != double.IsNegative(actual[i]) && !double.IsNaN(expected[i]))
                Assert.Fail($"{what}: element {i} of {expected.Length} is {actual[i]:R} and should be {expected[i]:R} to the bit.");
    }

    /// <summary>By how much the tolerance is exceeded, as a ratio; infinite where there is no number to measure with; 0 where all is well.</summary>
    private static double Excess(double expected, double actual, double tolerance)
    {
        if (expected.Equals(actual) || expected == actual) return 0;
        double difference = Math.Abs(expected - actual);
        if (!double.IsFinite(difference)) return double.PositiveInfinity;
        if (double.IsNaN(tolerance)) return double.PositiveInfinity;
        return difference <= tolerance ? 0 : difference / tolerance;
    }
}
