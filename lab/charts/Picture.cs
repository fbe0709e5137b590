using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>Something drawn as SVG. It scales with its container, needs no script, and takes its colours from <see cref="ChartStyle"/>.</summary>
public abstract record Picture
{
    private const double Margin = 14;

    /// <summary>The width for which the text is laid out, in pixels.</summary>
    public double Width { get; init; } = 520;

    /// <summary>What a reader is told who does not see it.</summary>
    protected abstract string Label { get; }

    /// <summary>The picture as a file of its own, with its style sheet and background.</summary>
    public string ToStandalone()
    {
        (List<XElement> elements, double height) = Draw();
        (double w, double h) = (Width + 2 * Margin, height + 2 * Margin);
        XAttribute[] size = [SvgMarkup.At("width", w), SvgMarkup.At("height", h)];
        XElement root = Root(-Margin, -Margin, w, h,
            size,
            new XElement(SvgMarkup.Svg + "style", ChartStyle.Css),
            SvgMarkup.Shape("rect", "surface", SvgMarkup.At("x", -Margin), SvgMarkup.At("y", -Margin), size),
            elements);
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + SvgMarkup.Write(root) + "\n";
    }

    /// <summary>The picture as an element of a page that carries <see cref="ChartStyle.Css"/>.</summary>
    public XElement ToInline()
    {
        (List<XElement> elements, double height) = Draw();
        return Root(0, 0, Width, height, elements);
    }

    /// <summary>The elements, between 0 and <see cref="Width"/>, and where they end below.</summary>
    protected abstract (List<XElement> Elements, double Height) Draw();

    private XElement Root(double x, double y, double width, double height, params object[] content) => SvgMarkup.Shape(
        "svg",
        "chart",
        new XAttribute("viewBox", string.Join(' ', new[] { x, y, width, height }.Select(SvgMarkup.Number))),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", Label),
        content);
}
