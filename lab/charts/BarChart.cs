using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>Bars from left to right, one below the other, over one axis, with lines where the axis has limits.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Axis">What the lengths are; a logarithmic one begins at the decade below the shortest bar.</param>
/// <param name="Bars">From top to bottom.</param>
/// <param name="Limits">Lines across all bars; a limit's Y is not used.</param>
public sealed record BarChart(string Title, Axis Axis, IReadOnlyList<Bar> Bars, IReadOnlyList<Marker> Limits) : Picture
{
    private const double Head = 34, LimitHeight = 15, RowHeight = 26, BarHeight = 17, TextDrop = 4, TickSize = 11, NoteGap = 6;

    /// <inheritdoc/>
    protected override string Label => Title;

    /// <inheritdoc/>
    protected override (List<XElement> Elements, double Height) Draw()
    {
        // The limits' names stand one above the other, the first lowest: they may be near each other.
        double top = Head + Limits.Count * LimitHeight, left = Bars.Max(bar => TextWidth.Of(bar.Name, TickSize)) + 12, right = Width - Bars.Max(bar => TextWidth.Of(bar.Note, TickSize)) - NoteGap;
        Scale span = Scale.Of(Axis, Bars.Select(bar => bar.Value).Concat(Limits.Select(limit => limit.X)));
        Scale scale = Axis.Scale == AxisScale.Linear ? span with { Low = 0 } : span with { Low = Math.Pow(10, Math.Floor(Math.Log10(span.Low))) };
        double bottom = top + Bars.Count * RowHeight;
        var frame = new Frame(left, top, right - left, bottom - top, scale);
        List<XElement> all = [SvgMarkup.Text("title", 0, 14, "start", Title)];
        foreach (Tick tick in Ticks.Within(scale, (int)Math.Max(2, frame.Width / 80)).Where(tick => !tick.IsMinor))
        {
            double column = frame.Column(tick.Value);
            all.Add(SvgMarkup.Line("grid", column, top, column, bottom));
            all.Add(SvgMarkup.Text("tick", column, bottom + 16, "middle", tick.Label));
        }
        foreach ((Marker limit, int row) in Limits.Select((limit, i) => (limit, i)))
        {
            double column = frame.Column(limit.X), half = TextWidth.Of(limit.Label, TickSize) / 2, name = top - 5 - row * LimitHeight;
            all.Add(SvgMarkup.Line("marker strong", column, name + 3, column, bottom));
            all.Add(SvgMarkup.Text("note strong", Math.Clamp(column, half, Width - half), name, "middle", limit.Label));
        }
        all.AddRange(Bars.SelectMany((bar, i) => Draw(bar, frame, top + i * RowHeight)));
        all.Add(SvgMarkup.Text("name", left + frame.Width / 2, bottom + 34, "middle", Axis.Text));
        return (all, bottom + 40);
    }

    private static IEnumerable<XElement> Draw(Bar bar, Frame frame, double top)
    {
        double end = frame.Column(bar.Value), middle = top + RowHeight / 2 + TextDrop;
        yield return SvgMarkup.Text("tick", frame.Left - 8, middle, "end", bar.Name);
        yield return SvgMarkup.Shape(
            "rect", $"cell c{(int)bar.Color}", SvgMarkup.At("x", frame.Left), SvgMarkup.At("y", top + (RowHeight - BarHeight) / 2), SvgMarkup.At("width", Math.Max(1, end - frame.Left)), SvgMarkup.At("height", BarHeight));
        yield return SvgMarkup.Text("note", end + NoteGap, middle, "start", bar.Note);
    }
}
