using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The contract's own measure: what it lets pass, and what it says of what it does not.</summary>
public class ComparisonTests
{
    [Test]
    public void TheMessageNamesTheWorstElementItsIndexAndHowManyAreWrong() => Assert.That(
        () => Comparison.Close([1, 2, 3, 4], [1, 2.5, 7, 4.0625], _ => 0.125, "kernel"),
        Throws.TypeOf<AssertionException>().With.Message.Contains("kernel: element 2 is 7 and should be 3 within 0.125; it is the worst of 2 wrong in 4."));

    [Test]
    public void TheWorstIsMeasuredByItsOwnTolerance() => Assert.That(
        () => Comparison.Close([0, 0], [8, 2], i => i == 0 ? 4 : 0.5, "kernel"),
        Throws.TypeOf<AssertionException>().With.Message.Contains("element 1 is 2"));

    [TestCase(double.NaN, 1, 1)]
    [TestCase(1, double.NaN, 1)]
    [TestCase(double.PositiveInfinity, double.NaN, 1)]
    [TestCase(double.PositiveInfinity, double.NegativeInfinity, 1)]
    [TestCase(1, double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(1, 2, double.NaN)]
    [TestCase(1, 2, 0)]
    public void NoToleranceCoversWhatIsNoNumber(double expected, double actual, double tolerance) => Assert.That(
        () => Comparison.Close([0, expected], [0, actual], _ => tolerance, "kernel"),
        Throws.TypeOf<AssertionException>().With.Message.Contains("element 1"));

    [TestCase(double.NaN, double.NaN)]
    [TestCase(double.NegativeInfinity, double.NegativeInfinity)]
    [TestCase(0.0, -0.0)]
    [TestCase(1, 1.125)]
    public void EqualAndCloseNumbersPass(double expected, double actual) =>
        Assert.That(() => Comparison.Close([expected], [actual], _ => 0.125, "kernel"), Throws.Nothing);

    [Test]
    public void BitsTellZerosApartAndNameTheElement() => Assert.That(
        () => Comparison.Same([1, 0.0], [1, -0.0], "kernel"), Throws.TypeOf<AssertionException>().With.Message.Contains("kernel: element 1 of 2"));

    [Test]
    public void ResultsOfAnotherLengthFail() =>
        Assert.That(() => Comparison.Close([1, 2], [1], _ => 1, "kernel"), Throws.TypeOf<AssertionException>());
}
