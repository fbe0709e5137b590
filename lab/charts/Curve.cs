using System.Text;
using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>Draws one series: a path with gaps where the data have them, and dots where the points are few.</summary>
internal static class Curve
{
    private const int MostPoints = 1000;
    private const int MostDots = 40;

    /// <summary>The style classes of a series' line.</summary>
    public static string Class(Series series) =>
        $"line c{(int)series.Color}{(series.Faint ? " faint" : "")}{(series.Dashed ? " dashed" : "")}";

    /// <summary>The elements of a series on its vertical scale.</summary>
    public static IEnumerable<XElement> Draw(Series series, Frame frame, Scale scale)
    {
        IReadOnlyList<int[]> runs = Thinning.Runs(
            series.Y.Count,
            i => series.Y[i],
            i => Scale.Accepts(frame.X.Kind, series.X[i]) && Scale.Accepts(scale.Kind, series.Y[i]),
            MostPoints);
        if (runs.Count == 0)
            yield break;
        yield return SvgMarkup.Shape("path", Class(series), new XAttribute("d", Path(runs, series, frame, scale)));
        if (series.Y.Count > MostDots || series.Faint)
            yield break;
        foreach (int i in runs.SelectMany(run => run))
        {
            string tip = $"{series.Name}: {ShortNumber.Of(series.Y[i], 4)} at {ShortNumber.Of(series.X[i])}";
            (double x, double y) = (frame.Column(series.X[i]), frame.Row(scale, series.Y[i]));
            yield return SvgMarkup.Circle($"dot c{(int)series.Color}", x, y, 3.6, new XElement(SvgMarkup.Svg + "title", tip));
        }
    }

    private static string Path(IReadOnlyList<int[]> runs, Series series, Frame frame, Scale scale)
    {
        StringBuilder path = new();
        foreach (int[] run in runs)
        {
            path.Append('M');
            foreach (int i in run)
                path.Append($"{SvgMarkup.Number(frame.Column(series.X[i]))} {SvgMarkup.Number(frame.Row(scale, series.Y[i]))} ");
            // A line of no length still shows its round cap, so that a single point is seen.
            if (run.Length == 1)
                path.Append("h0 ");
        }
        return path.ToString().TrimEnd();
    }
}
