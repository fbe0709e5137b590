using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>One chart, or several stacked over one x axis.</summary>
public sealed record Figure : Picture
{
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

    /// <inheritdoc/>
    protected override string Label => Panels[0].Title;

    /// <inheritdoc/>
    protected override (List<XElement> Elements, double Height) Draw()
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
