using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

public class ShortNumberTests
{
    [TestCase(0.0, "0")]
    [TestCase(0.04573, "0.0457")]
    [TestCase(0.01, "0.01")]
    [TestCase(0.0012345, "1.23e-3")]
    [TestCase(-2e-7, "-2e-7")]
    [TestCase(1.5, "1.5")]
    [TestCase(999, "999")]
    [TestCase(1234, "1234")]
    [TestCase(12_431, "12.4k")]
    [TestCase(1_227_594, "1.23M")]
    [TestCase(3.4e38, "3.4e38")]
    [TestCase(double.NaN, "–")]
    [TestCase(double.PositiveInfinity, "∞")]
    public void ThreeDigitsAreEnough(double value, string text) => Assert.That(ShortNumber.Of(value), Is.EqualTo(text));
}
