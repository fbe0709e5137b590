using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The readings of curves whose answers are known beforehand.</summary>
public class RangeTestSuggestionTests
{
    private const int Steps = 101;

    private const double Tolerance = 1e-12;

    /// <summary>The rates run from 1e-4 to 10, twenty steps a decade.</summary>
    private static double Rate(int step) => 1e-4 * Math.Pow(10, step / 20.0);

    [Test]
    public void ASigmoidIsSteepestAtItsMiddle()
    {
        RangeTestSuggestions suggestions = Curve(i => 2 - Math.Tanh((i - 60) / 10.0)).Suggest();
        Assert.That(suggestions.Steepest, Is.EqualTo(Rate(60)).Within(Tolerance));
    }

    [Test]
    public void AParabolaHasItsMinimumWhereItTurns()
    {
        RangeTestSuggestions suggestions = Curve(i => 1 + (i - 70) * (i - 70)).Suggest();
        Assert.That(suggestions.MinimumOver10, Is.EqualTo(Rate(70) / 10).Within(Tolerance));
        Assert.That(suggestions.CyclePeak, Is.EqualTo(Rate(70) / 3).Within(Tolerance));
        Assert.That(suggestions.Valley, Is.EqualTo(Rate(40)).Within(Tolerance), "the descent runs from the first usable step, 10, to 70");
        Assert.That(suggestions.Steepest, Is.EqualTo(Rate(10)).Within(Tolerance));
    }

    [Test]
    public void TheValleyIsTheLongestDescentNotTheDeepest()
    {
        // From 20 to 69 a fall by a little at each step, then a bump, and from 74 on a steep one that goes on below it: 58 falling steps.
        RangeTestSuggestions suggestions = Curve(i => i < 20 ? 5 + i : i < 70 ? 30 - 0.01 * i : i < 72 ? 40 : i < 82 ? 40 - 4 * (i - 71) : 100).Suggest();
        Assert.That(suggestions.Valley, Is.EqualTo(Rate(50)).Within(Tolerance));
        Assert.That(suggestions.Steepest, Is.InRange(Rate(72), Rate(80)));
        Assert.That(suggestions.MinimumOver10, Is.EqualTo(Rate(81) / 10).Within(Tolerance));
    }

    [Test]
    public void TheCyclePeakLeansToTheFarSideOfAFlatBasin()
    {
        // A descent to the minimum at 40, a floor within 3% of it up to 60, then a slow climb.
        RangeTestSuggestions suggestions = Curve(i => i <= 40 ? 3 - 0.05 * i : i <= 60 ? 1.02 : 1.02 + 0.1 * (i - 60)).Suggest();
        Assert.That(suggestions.MinimumOver10, Is.EqualTo(Rate(40) / 10).Within(Tolerance));
        Assert.That(suggestions.CyclePeak, Is.EqualTo(Rate(50) / 3).Within(Tolerance), "the geometric middle of 40 and 60");
    }

    [Test]
    public void WhatComesBehindTheMinimumIsNoDescent()
    {
        // A fall to the minimum at 50, an explosion, and a steeper recovery that stays above it.
        RangeTestSuggestions suggestions = Curve(i => i <= 50 ? 10 - 0.1 * i : i <= 60 ? 5 + 2 * (i - 50) : 25 - 0.4 * (i - 60)).Suggest();
        Assert.That(suggestions.MinimumOver10, Is.EqualTo(Rate(50) / 10).Within(Tolerance));
        Assert.That(suggestions.Valley, Is.EqualTo(Rate(30)).Within(Tolerance));
        Assert.That(suggestions.Steepest, Is.LessThanOrEqualTo(Rate(50)));
    }

    [Test]
    public void TheWarmUpAndTheExplosionAreLeftOut()
    {
        RangeTestSuggestions suggestions = Curve(i => i < 10 ? -100 * i : i > 95 ? -1e6 : 1 + Math.Abs(i - 50)).Suggest();
        Assert.That(suggestions.MinimumOver10, Is.EqualTo(Rate(50) / 10).Within(Tolerance));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(6)]
    public void AShortCurveSuggestsNothing(int steps)
    {
        RangeTestSuggestions suggestions = Curve(i => 1, steps).Suggest();
        Assert.That(new[] { suggestions.Steepest, suggestions.Valley, suggestions.MinimumOver10, suggestions.CyclePeak }, Is.All.NaN);
    }

    [Test]
    public void SlopesAreDerivativesByTheLogarithmOfTheRateOrByTheRate()
    {
        RangeTestResult byRatio = Curve(i => 3 * Math.Log(Rate(i))), linear = Curve(i => 3 * (1 + i), isLinear: true, rate: i => 1 + i);
        Assert.That(byRatio.Slopes(), Is.All.EqualTo(3).Within(1e-9));
        Assert.That(linear.Slopes(), Is.All.EqualTo(3).Within(1e-9));
    }

    [Test]
    public void ANonFiniteLossAtTheEndDoesNotSpoilTheReading()
    {
        RangeTestSuggestions suggestions = Curve(i => i == Steps - 1 ? double.NaN : 1 + Math.Abs(i - 50)).Suggest();
        Assert.That(suggestions.MinimumOver10, Is.EqualTo(Rate(50) / 10).Within(Tolerance));
    }

    private static RangeTestResult Curve(Func<int, double> loss, int steps = Steps, bool isLinear = false, Func<int, double>? rate = null)
    {
        var result = new RangeTestResult { IsLinear = isLinear };
        for (int i = 0; i < steps; i++) result.Add((rate ?? Rate)(i), loss(i), loss(i), double.NaN);
        return result;
    }
}
