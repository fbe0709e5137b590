using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

public class SmoothingTests
{
    private const double Exact = 1e-14;

    [Test]
    public void TheBiasCorrectedAverageIsTheWeightedMeanOfWhatCameSoFar()
    {
        double[] smoothed = Smoothing.Exponential([4, 2, 8], 0.5);

        Assert.That(smoothed, Is.EqualTo(new[] { 4, (0.5 * 4 + 2) / 1.5, (0.25 * 4 + 0.5 * 2 + 8) / 1.75 }).Within(Exact));
    }

    [Test]
    public void ANonFiniteValueIsAGapAndLeavesTheRestUntouched()
    {
        double[] smoothed = Smoothing.Exponential([4, double.NaN, 2, 8], 0.5);

        Assert.That(smoothed[1], Is.NaN);
        Assert.That(smoothed[3], Is.EqualTo(Smoothing.Exponential([4, 2, 8], 0.5)[2]).Within(Exact));
    }
}
