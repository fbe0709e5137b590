using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>Values over a grid of two settings: a cell each, the deeper its colour the higher its value, with the value written in it.</summary>
/// <param name="Title">What the values are, with their unit.</param>
/// <param name="X">What changes from column to column; its scale is not used, columns are equally wide.</param>
/// <param name="Columns">The settings from left to right.</param>
/// <param name="Y">What changes from row to row.</param>
/// <param name="Rows">The settings from bottom to top.</param>
/// <param name="Values">A list of cells a row, from bottom to top; one that is not finite leaves its cell empty.</param>
public sealed record HeatMap(
    string Title, Axis X, IReadOnlyList<double> Columns, Axis Y, IReadOnlyList<double> Rows, IReadOnlyList<IReadOnlyList<double>> Values) : Picture
{
    private const double Top = 44, RowHeight = 30, Gap = 2, TickSize = 11, TextDrop = 4;

    // The palest cell still stands out from the page.
    private const double Palest = 0.06, DarkFrom = 0.6;

    /// <summary>The value of the palest cell; lower ones are as pale. Null: the lowest value.</summary>
    public double? Floor { get; init; }

    /// <summary>How values are written.</summary>
    public string Format { get; init; } = "F1";

    /// <inheritdoc/>
    protected override string Label => Title;

    /// <inheritdoc/>
    protected override (List<XElement> Elements, double Height) Draw()
    {
        double[] finite = [.. Values.SelectMany(row => row).Where(double.IsFinite)];
        (double low, double high) = finite.Length == 0 ? (0, 1) : (Floor ?? finite.Min(), finite.Max());
        string[] names = [.. Rows.Select(row => ShortNumber.Of(row))];
        double left = names.Max(name => TextWidth.Of(name, TickSize)) + 14, width = (Width - left) / Columns.Count, bottom = Top + Rows.Count * RowHeight;
        List<XElement> all = [SvgMarkup.Text("title", 0, 14, "start", Title), SvgMarkup.Text("name", 0, Top - 8, "start", Y.Text)];
        for (int row = 0; row < Rows.Count; row++)
        {
            double y = bottom - (row + 1) * RowHeight;
            all.Add(SvgMarkup.Text("tick", left - 8, y + RowHeight / 2 + TextDrop, "end", names[row]));
            for (int column = 0; column < Columns.Count; column++)
                all.AddRange(Cell(Values[row][column], left + column * width, y, width, low, high, Values[row][column] == high));
        }
        for (int column = 0; column < Columns.Count; column++)
            all.Add(SvgMarkup.Text("tick", left + (column + 0.5) * width, bottom + 16, "middle", ShortNumber.Of(Columns[column])));
        all.Add(SvgMarkup.Text("name", left + (Width - left) / 2, bottom + 34, "middle", X.Text));
        return (all, bottom + 40);
    }

    private IEnumerable<XElement> Cell(double value, double x, double y, double width, double low, double high, bool isBest)
    {
        if (!double.IsFinite(value)) yield break;
        double depth = high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : 1, opacity = Palest + (1 - Palest) * depth;
        yield return SvgMarkup.Shape(
            "rect", "cell c1", SvgMarkup.At("x", x), SvgMarkup.At("y", y), SvgMarkup.At("width", width - Gap), SvgMarkup.At("height", RowHeight - Gap), SvgMarkup.At("fill-opacity", opacity));
        string ink = (opacity > DarkFrom ? "on" : "off") + (isBest ? " best" : "");
        yield return SvgMarkup.Text(ink, x + (width - Gap) / 2, y + (RowHeight - Gap) / 2 + TextDrop, "middle", value.ToString(Format, System.Globalization.CultureInfo.InvariantCulture));
    }
}
