using System.Xml.Linq;
using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>The logarithmic axis that the update-to-weight ratios of all layers share, drawn small enough for a table cell.</summary>
internal sealed class RatioAxis
{
    private const double Guide = 1e-3;
    private const double Inset = 12;
    private const double Height = 20;

    private readonly Scale scale;

    /// <summary>Spans whole decades around the guide of 1e-3 and all measured ratios.</summary>
    public RatioAxis(IEnumerable<LayerStatistics> layers)
    {
        IEnumerable<double> ratios = layers.SelectMany(l => new[] { l.FirstRatio, l.MedianRatio, l.LastRatio });
        Scale span = Scale.Of(new Axis("", null, AxisScale.Log10), [Guide / 10, Guide * 10, .. ratios]);
        scale = span with
        {
            Low = Math.Pow(10, Math.Floor(Math.Log10(span.Low))),
            High = Math.Pow(10, Math.Ceiling(Math.Log10(span.High))),
        };
    }

    /// <summary>Width of the drawing in pixels.</summary>
    public const double Width = 150;

    /// <summary>The axis itself, for the head of the column.</summary>
    public XElement Head() => Drawing(
        "Ratio axis",
        Ticks.Within(scale, target: 5)
            .Where(tick => !tick.IsMinor)
            .Select(tick => SvgMarkup.Text(tick.Value == Guide ? "tick guide" : "tick", Column(tick.Value), 14, "middle", tick.Label)));

    /// <summary>One layer: a line from the first ratio (ring) to the last (dot), with a tick at the median, beside the guide.</summary>
    public XElement Row(LayerStatistics layer)
    {
        const double Middle = Height / 2;
        List<XElement> marks = [SvgMarkup.Line("guide", Column(Guide), 0, Column(Guide), Height)];
        (double first, double median, double last) = (Column(layer.FirstRatio), Column(layer.MedianRatio), Column(layer.LastRatio));
        if (double.IsFinite(first) && double.IsFinite(last))
            marks.Add(SvgMarkup.Line("span", first, Middle, last, Middle));
        if (double.IsFinite(median))
            marks.Add(SvgMarkup.Line("median", median, Middle - 5, median, Middle + 5));
        if (double.IsFinite(first))
            marks.Add(SvgMarkup.Circle("first", first, Middle, 3));
        if (double.IsFinite(last))
            marks.Add(SvgMarkup.Circle("last", last, Middle, 4));
        return Drawing($"Ratio of {layer.Name}", marks);
    }

    private double Column(double ratio) => Inset + (Width - 2 * Inset) * scale.Position(ratio);

    private static XElement Drawing(string label, IEnumerable<XElement> marks) => SvgMarkup.Shape(
        "svg",
        "chart ratio",
        new XAttribute("viewBox", $"0 0 {SvgMarkup.Number(Width)} {SvgMarkup.Number(Height)}"),
        SvgMarkup.At("width", Width),
        SvgMarkup.At("height", Height),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", label),
        marks);
}
