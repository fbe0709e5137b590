using System.Xml.Linq;
using Catapult.Cli;
using NUnit.Framework;

namespace Catapult.Tests;

public class RangeTestChartTests
{
    [Test]
    public void EverySuggestionIsLabelledOnceAndMarkedInEveryPanel()
    {
        RangeTestCurve curve = SampleReports.RangeTest() with { Accuracy = [.. Enumerable.Repeat(0.5, 200)] };

        XElement root = XDocument.Parse(RangeTestChart.Create(curve).ToStandalone()).Root!;

        string[] notes = [.. root.Descendants().Where(e => Class(e).StartsWith("note", StringComparison.Ordinal)).Select(e => e.Value)];
        Assert.That(notes, Is.EquivalentTo(new[] { "steepest: 0.0331", "valley: 0.0457 (chosen)", "minimum ÷ 10: 0.0692" }));
        Assert.That(root.Descendants().Count(e => Class(e).StartsWith("marker", StringComparison.Ordinal)), Is.EqualTo(3 * 3));
        Assert.That(root.Descendants().Count(e => Class(e) == "marker strong"), Is.EqualTo(3));
    }

    [Test]
    public void ADivergedTestWithoutSuggestionsStillDraws()
    {
        double[] nothing = [double.NaN, double.PositiveInfinity];
        RangeTestCurve curve = new() { LearningRate = [1e-3, 1e-2], Loss = nothing, SmoothedLoss = nothing, LossSlope = nothing };

        string svg = RangeTestChart.Create(curve).ToStandalone();

        Assert.That(() => XDocument.Parse(svg), Throws.Nothing);
        Assert.That(svg, Does.Contain("no finite values").And.Not.Contain("NaN"));
    }

    [Test]
    public void AnExplosionDoesNotFlattenTheDescent()
    {
        RangeTestCurve curve = SampleReports.RangeTest();
        RangeTestCurve exploded = curve with { Loss = [.. curve.Loss.Select((l, i) => i == 190 ? 1e6 : l)] };

        XElement root = XDocument.Parse(RangeTestChart.Create(exploded).ToStandalone()).Root!;

        Assert.That(root.Descendants().Where(e => Class(e) == "tick").Select(e => e.Value), Does.Contain("2.5").And.None.EndsWith("k"));
    }

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? "";
}
