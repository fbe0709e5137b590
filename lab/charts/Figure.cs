using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>
/// A picture of one chart, or of several stacked over one x axis. It scales with its container, needs no script, and
/// takes its colours from <see cref="ChartStyle"/>.
/// </summary>
public sealed record Figure
{
    private const double Margin = 14;

    /// <param name="panels">The charts from top to bottom; the first one's x axis holds for all.</param>
    /// <exception cref="ArgumentException">There is no panel, or a width too small to draw in.</exception>
    public Figure(params IReadOnlyList<LineChart> panels)
    {
        if (panels.Count == 0)
            throw new ArgumentException("A figure needs at least one chart.");
        Panels = panels;
    }

    /// <summary>The charts from top to bottom.</summary>
    public IReadOnlyList<LineChart> Panels { get; }

    /// <summary>The width for which the text is laid out, in pixels.</summary>
    public double Width { get; init; } = 520;

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

    private XElement Root(double x, double y, double width, double height, params object[] content) => SvgMarkup.Shape(
        "svg",
        "chart",
        new XAttribute("viewBox", string.Join(' ', new[] { x, y, width, height }.Select(SvgMarkup.Number))),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", Panels[0].Title),
        content);

    private (List<XElement> Elements, double Height) Draw()
    {
        IEnumerable<double> positions = Panels.SelectMany(p => p.Series.SelectMany(s => s.X).Concat(p.Markers.Select(m => m.X)));
        Scale x = Scale.Of(Panels[0].X, positions);
        List<Panel> panels = [.. Panels.Select(chart => new Panel(chart, x, Width))];
        (double left, double right) = (panels.Max(p => p.LeftRoom), panels.Max(p => p.RightRoom));
        List<XElement> all = [];
        double top = 0;
        foreach (Panel panel in panels)
        {
            (IEnumerable<XElement> elements, double bottom) = panel.Draw(top, left, right, withX: panel == panels[^1]);
            all.AddRange(elements);
            top = bottom;
        }
        return (all, top);
    }
}
