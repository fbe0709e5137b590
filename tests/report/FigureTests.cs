using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

public partial class FigureTests
{
    private const double StandaloneMargin = 14;
    private const double LeastLineDistance = 10;

    // Of 11 px text in the common sans-serif faces.
    private const double MeanGlyphWidth = 6;

    private static readonly double[] Steps = [0, 1, 2, 3, 4];

    [Test]
    public void HostileTextComesBackUnchangedFromWellFormedXml()
    {
        const string Hostile = "<b> & \"quotes\" ]]> é";
        LineChart chart = Chart([1, 2, 3, 4, 5]) with { Title = Hostile, Markers = [new Marker(Hostile, 2)] };

        XElement root = Parse(new Figure(chart));

        Assert.That(Texts(root).Count(text => text == Hostile), Is.EqualTo(2));
        Assert.That(root.Attribute("aria-label")?.Value, Is.EqualTo(Hostile));
    }

    [Test]
    public void CharactersThatXmlForbidsAreReplaced()
    {
        LineChart chart = Chart([1, 2, 3, 4, 5]) with { Title = "a\0b\ud800c" };

        Assert.That(Texts(Parse(new Figure(chart))), Does.Contain("a\ufffdb\ufffdc"));
    }

    [TestCase(AxisScale.Linear)]
    [TestCase(AxisScale.Log10)]
    public void ValuesThatAnAxisCannotShowLeaveGapsAndNoTrace(AxisScale scale)
    {
        LineChart chart = Chart([1, double.NaN, 3, double.PositiveInfinity, 1e300]) with { Y = new Axis("loss", null, scale) };

        string svg = new Figure(chart).ToStandalone();

        Assert.That(svg, Does.Not.Contain("NaN").And.Not.Contain("∞").And.Not.Contain("Infinity"));
        Assert.That(Path(XElement.Parse(Body(svg))).Count(c => c == 'M'), Is.EqualTo(2));
    }

    [Test]
    public void AnEmptySeriesAndOneWithoutFiniteValuesSaySo()
    {
        LineChart blank = Chart([.. Enumerable.Repeat(double.NaN, Steps.Length)]);

        Assert.That(Texts(Parse(new Figure(blank))), Does.Contain("no finite values"));
        Assert.That(Texts(Parse(new Figure(blank with { Series = [] }))), Does.Contain("no finite values"));
    }

    [Test]
    public void TextStaysInsideThePictureAndDoesNotOverlap()
    {
        LineChart chart = Chart([0.1, 0.5, 0.2, 0.9, 0.3]) with
        {
            Title = "A title that is a good deal longer than the picture is wide and therefore has to be shortened somewhere",
            Right = new Axis("momentum"),
            Series =
            [
                new("loss, measured at each step", Steps, Steps),
                new("momentum of the optimizer", Steps, Steps, ColorRole.Second) { OnRight = true },
            ],
            Markers =
            [
                new("first 1", 3.6), new("second 2", 3.7, Strong: true), new("third 3 with a longer label", 3.8),
                new("fourth 4", 0.01), new("fifth", 0.3),
            ],
        };
        Figure figure = new(chart);
        List<TextBox> boxes = [.. Parse(figure).Descendants().Where(e => e.Name.LocalName == "text").Select(Box)];

        foreach (TextBox box in boxes)
        {
            Assert.That(box.Left, Is.GreaterThan(-StandaloneMargin), box.Text);
            Assert.That(box.Right, Is.LessThan(figure.Width + StandaloneMargin), box.Text);
            foreach (TextBox other in boxes.Where(b => b != box && Math.Abs(b.Base - box.Base) < LeastLineDistance))
                Assert.That(box.Left >= other.Right || box.Right <= other.Left, $"'{box.Text}' overlaps '{other.Text}'");
        }
    }

    [Test]
    public void CoordinatesAreWrittenInTheInvariantCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        string expected = new Figure(Chart([0.1, 0.25, 0.3, 0.4, 0.5])).ToStandalone();
        try
        {
            CultureInfo.CurrentCulture = commas;
            Assert.That(new Figure(Chart([0.1, 0.25, 0.3, 0.4, 0.5])).ToStandalone(), Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void ALongSeriesIsThinned()
    {
        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        LineChart chart = new("", new Axis("x"), new Axis("y"), [new Series("s", x, [.. x.Select(Math.Sin)])]);

        Assert.That(Number().Count(Path(Parse(new Figure(chart)))), Is.InRange(1_000, 2_100));
    }

    [Test]
    public void SeriesOfUnequalLengthsAreRejectedWithBothLengths() =>
        Assert.That(() => new Series("loss", [1, 2], [1]), Throws.ArgumentException.With.Message.Contains("2 positions but 1 values"));

    private static LineChart Chart(double[] values) =>
        new("title", new Axis("step"), new Axis("loss"), [new Series("loss", Steps, values)]);

    private static XElement Parse(Figure figure) => XDocument.Parse(figure.ToStandalone()).Root!;

    private static string Body(string svg) => svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];

    private static IEnumerable<string> Texts(XElement root) =>
        root.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);

    private static string Path(XElement root) => root.Descendants().Single(e => e.Name.LocalName == "path").Attribute("d")!.Value;

    private readonly record struct TextBox(string Text, double Left, double Right, double Base);

    private static TextBox Box(XElement text)
    {
        double x = double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture);
        double width = MeanGlyphWidth * text.Value.Length;
        double left = text.Attribute("text-anchor")!.Value switch { "start" => x, "middle" => x - width / 2, _ => x - width };
        return new TextBox(text.Value, left, left + width, double.Parse(text.Attribute("y")!.Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();
}
