using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>One chart laid out at a width: its heading, its axes, its curves and its markers.</summary>
internal sealed class Panel
{
    private const double TickSize = 11;
    private const double NameSize = 12;
    private const double Edge = 1;
    private const double MarkerRow = 16;
    private const double NameHeight = 20;
    private const double NameGap = 14;

    private readonly LineChart chart;
    private readonly Scale x;
    private readonly double width;
    private readonly Scale left;
    private readonly Scale? right;
    private readonly IReadOnlyList<Tick> leftTicks;
    private readonly IReadOnlyList<Tick> rightTicks = [];
    private readonly Legend legend;

    /// <summary>Fits the vertical axes to the data.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="x">The span of the horizontal axis, which stacked panels share.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    public Panel(LineChart chart, Scale x, double width)
    {
        (this.chart, this.x, this.width) = (chart, x, width);
        (left, leftTicks) = Vertical(chart.Y, chart.Series.Where(s => !s.OnRight), chart.Markers.Select(m => m.Y ?? double.NaN));
        if (chart.Right is { } axis)
            (right, rightTicks) = Vertical(axis, chart.Series.Where(s => s.OnRight), []);
        legend = new Legend(chart, width - 2 * Edge);
    }

    /// <summary>The pixels that the tick labels need on the left of the plotting area.</summary>
    public double LeftRoom => LabelRoom(leftTicks);

    /// <summary>The pixels that the tick labels need on the right of the plotting area.</summary>
    public double RightRoom => right is null ? 18 : LabelRoom(rightTicks);

    /// <summary>Draws the panel below a height; returns its elements and the height where it ends.</summary>
    /// <param name="top">Where the panel begins.</param>
    /// <param name="leftRoom">Room on the left, at least <see cref="LeftRoom"/>.</param>
    /// <param name="rightRoom">Room on the right, at least <see cref="RightRoom"/>.</param>
    /// <param name="withX">Whether to label the horizontal axis here; of stacked panels only the last does.</param>
    public (IEnumerable<XElement> Elements, double Bottom) Draw(double top, double leftRoom, double rightRoom, bool withX)
    {
        Frame frame = new(leftRoom, 0, width - leftRoom - rightRoom, chart.PlotHeight, x);
        IReadOnlyList<MarkerLabels.Placed> notes = MarkerLabels.Place(Stems(frame), width - Edge);
        double band = MarkerRow * notes.Where(n => n.Marker.Label.Length > 0).Select(n => n.Row + 1).DefaultIfEmpty().Max();
        double head = top + legend.Height;
        bool beside = !notes.Any(MeetsAxisName);
        frame = frame with { Top = head + NameGap + (beside ? Math.Max(NameHeight, band) : NameHeight + band) };
        IEnumerable<XElement> elements = [
            .. legend.Draw(Edge, top),
            .. AxisNames(beside ? frame.Top - NameGap : head + NameHeight),
            .. HorizontalAxis(frame, withX),
            .. VerticalAxes(frame),
            Curves(frame),
            .. notes.SelectMany(note => Stem(note, frame)),
            .. chart.Markers.Where(m => m.Y is not null).SelectMany(m => Point(m, frame)),
        ];
        return (elements, frame.Bottom + (withX ? 40 : 10));
    }

    private (Scale, IReadOnlyList<Tick>) Vertical(Axis axis, IEnumerable<Series> series, IEnumerable<double> others)
    {
        int target = Math.Max(2, (int)(chart.PlotHeight / 33));
        return Ticks.Enclose(Scale.Of(axis, series.SelectMany(s => s.Y).Concat(others)), target, axis.WholeNumbers);
    }

    private static double LabelRoom(IReadOnlyList<Tick> ticks) => Edge + 10 + ticks.Max(t => TextWidth.Of(t.Label, TickSize));

    // Markers' labels share the height of the axes' names only where they leave these room.
    private bool MeetsAxisName(MarkerLabels.Placed note)
    {
        double end = chart.Right is { } axis ? width - TextWidth.Of(axis.Text, NameSize) : width;
        return note.Marker.Label.Length > 0 && (note.Span.From < TextWidth.Of(chart.Y.Text, NameSize) + NameHeight || note.Span.To > end);
    }

    private IEnumerable<XElement> AxisNames(double baseline)
    {
        double room = right is null ? width - 2 * Edge : width / 2 - 2 * Edge;
        yield return SvgMarkup.Text("name" + Tint(onRight: false), Edge, baseline, "start", TextWidth.Fit(chart.Y.Text, NameSize, room));
        if (chart.Right is { } axis)
            yield return SvgMarkup.Text("name" + Tint(onRight: true), width - Edge, baseline, "end", TextWidth.Fit(axis.Text, NameSize, room));
    }

    // With two vertical axes, each wears the colour of its first curve.
    private string Tint(bool onRight) =>
        right is not null && chart.Series.FirstOrDefault(s => s.OnRight == onRight) is { } series ? $" tint c{(int)series.Color}" : "";

    private IEnumerable<XElement> HorizontalAxis(Frame frame, bool withLabels)
    {
        foreach (Tick tick in Ticks.Within(x, Math.Max(2, (int)(frame.Width / 75)), chart.X.WholeNumbers))
        {
            double column = frame.Column(tick.Value);
            if (!tick.IsMinor)
                yield return SvgMarkup.Line("grid", column, frame.Top, column, frame.Bottom);
            yield return SvgMarkup.Line("axis", column, frame.Bottom, column, frame.Bottom + (tick.IsMinor ? 3 : 5));
            if (withLabels && !tick.IsMinor)
                yield return SvgMarkup.Text("tick", column, frame.Bottom + 18, "middle", tick.Label);
        }
        if (withLabels)
        {
            string name = TextWidth.Fit(chart.X.Text, NameSize, frame.Width);
            yield return SvgMarkup.Text("name", frame.Left + frame.Width / 2, frame.Bottom + 35, "middle", name);
        }
    }

    private IEnumerable<XElement> VerticalAxes(Frame frame)
    {
        foreach (Tick tick in leftTicks)
        {
            double row = frame.Row(left, tick.Value);
            yield return tick.IsMinor
                ? SvgMarkup.Line("axis", frame.Left - 3, row, frame.Left, row)
                : SvgMarkup.Line("grid", frame.Left, row, frame.Right, row);
            yield return SvgMarkup.Text("tick" + Tint(onRight: false), frame.Left - 8, row + 4, "end", tick.Label);
        }
        foreach (Tick tick in rightTicks)
        {
            double row = frame.Row(right!.Value, tick.Value);
            yield return SvgMarkup.Line("axis", frame.Right, row, frame.Right + (tick.IsMinor ? 3 : 5), row);
            yield return SvgMarkup.Text("tick" + Tint(onRight: true), frame.Right + 8, row + 4, "start", tick.Label);
        }
        yield return SvgMarkup.Line("axis", frame.Left, frame.Bottom, frame.Right, frame.Bottom);
    }

    // A nested picture clips what lies outside the plotting area, a line's width aside, and needs no id that two charts
    // of one page could share.
    private XElement Curves(Frame frame)
    {
        const double Pen = 6;
        XElement[] curves = [.. chart.Series.SelectMany(s => Curve.Draw(s, frame, s.OnRight && right is { } scale ? scale : left))];
        if (curves.Length == 0)
            return SvgMarkup.Text("name", frame.Left + frame.Width / 2, frame.Top + frame.Height / 2, "middle", "no finite values");
        (double px, double py, double w, double h) = (frame.Left - Pen, frame.Top - Pen, frame.Width + 2 * Pen, frame.Height + 2 * Pen);
        string box = string.Join(' ', new[] { px, py, w, h }.Select(SvgMarkup.Number));
        XAttribute[] place = [SvgMarkup.At("x", px), SvgMarkup.At("y", py), SvgMarkup.At("width", w), SvgMarkup.At("height", h)];
        return SvgMarkup.Shape("svg", "curves", place, new XAttribute("viewBox", box), curves);
    }

    private IEnumerable<(Marker, double)> Stems(Frame frame) =>
        from marker in chart.Markers
        where marker.Y is null && Scale.Accepts(x.Kind, marker.X)
        select (marker, frame.Column(marker.X));

    private static IEnumerable<XElement> Stem(MarkerLabels.Placed note, Frame frame)
    {
        string strong = note.Marker.Strong ? " strong" : "";
        double row = frame.Top - note.Row * MarkerRow;
        bool labelled = note.Marker.Label.Length > 0;
        yield return SvgMarkup.Line("marker" + strong, note.X, labelled ? row - 14 : frame.Top, note.X, frame.Bottom);
        if (!labelled)
            yield break;
        (double offset, string anchor) = note.Leftwards ? (-5, "end") : (5, "start");
        yield return SvgMarkup.Text("note" + strong, note.X + offset, row - 5, anchor, note.Marker.Label);
    }

    private IEnumerable<XElement> Point(Marker marker, Frame frame)
    {
        (double px, double py) = (frame.Column(marker.X), frame.Row(left, marker.Y!.Value));
        if (double.IsNaN(px) || double.IsNaN(py))
            yield break;
        yield return SvgMarkup.Circle("ring", px, py, 4.5);
        if (marker.Label.Length == 0)
            yield break;
        double half = TextWidth.Of(marker.Label, MarkerLabels.FontSize) / 2;
        double center = Math.Clamp(px, Edge + half, Math.Max(Edge + half, width - Edge - half));
        double baseline = py - 11 > frame.Top + 4 ? py - 11 : py + 20;
        yield return SvgMarkup.Text("note" + (marker.Strong ? " strong" : ""), center, baseline, "middle", marker.Label);
    }
}
