using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>The heading of a panel: its title and the key to its curves, side by side where both fit, otherwise in rows.</summary>
internal sealed class Legend
{
    private const double TitleSize = 14;
    private const double NameSize = 12;
    private const double Swatch = 20;
    private const double Gap = 16;
    private const double RowHeight = 19;

    private readonly string title;
    private readonly List<(Series Series, string Name, double X, int Row)> entries = [];
    private readonly int titleRows;

    /// <summary>Lays the heading out within a width in pixels.</summary>
    public Legend(LineChart chart, double width)
    {
        title = TextWidth.Fit(chart.Title, TitleSize, width);
        titleRows = title.Length > 0 ? 1 : 0;
        Series[] named = [.. chart.Series.Where(series => series.Name.Length > 0)];
        if (named.Length < 2)
            return;
        double total = named.Sum(s => Entry(s.Name)) - Gap;
        bool beside = titleRows == 1 && TextWidth.Of(title, TitleSize) + 2 * Gap + total <= width;
        (double x, int row) = beside ? (width - total, 0) : (0, titleRows);
        foreach (Series series in named)
        {
            string name = TextWidth.Fit(series.Name, NameSize, width - Swatch - 6);
            if (x > 0 && x + Entry(name) - Gap > width + 0.5)
                (x, row) = (0, row + 1);
            entries.Add((series, name, x, row));
            x += Entry(name);
        }
    }

    /// <summary>Height of the heading in pixels.</summary>
    public double Height => Math.Max(titleRows, entries.Select(e => e.Row + 1).DefaultIfEmpty().Max()) * RowHeight;

    /// <summary>The heading with its upper left corner at a place.</summary>
    public IEnumerable<XElement> Draw(double left, double top)
    {
        if (titleRows > 0)
            yield return SvgMarkup.Text("title", left, top + 14, "start", title);
        foreach ((Series series, string name, double x, int row) in entries)
        {
            double y = top + row * RowHeight + 13;
            yield return SvgMarkup.Line(Curve.Class(series), left + x + 1, y - 4, left + x + Swatch - 1, y - 4);
            yield return SvgMarkup.Text("name", left + x + Swatch + 6, y, "start", name);
        }
    }

    private static double Entry(string name) => Swatch + 6 + TextWidth.Of(name, NameSize) + Gap;
}
