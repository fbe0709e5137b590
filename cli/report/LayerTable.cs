using System.Globalization;
using System.Xml.Linq;
using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>The table of parameters with their norms and update-to-weight ratios.</summary>
internal static class LayerTable
{
    /// <summary>The table in its scrolling frame.</summary>
    public static XElement Render(IReadOnlyList<LayerStatistics> layers)
    {
        RatioAxis axis = new(layers);
        return SvgMarkup.Html("div", "scroll",
            SvgMarkup.Html("table", "layers",
                SvgMarkup.Html("thead", null,
                    SvgMarkup.Html("tr", null,
                        new XElement("th", new XAttribute("class", "group"), new XAttribute("colspan", 5), ""),
                        new XElement("th", new XAttribute("class", "group"), new XAttribute("colspan", 2), "Update-to-weight ratio"),
                        new XElement("th", new XAttribute("class", "group"), new XAttribute("colspan", 3), "")),
                    SvgMarkup.Html("tr", null,
                        Head("", "Parameter"), Head("", "Shape"), Head("number", "Scalars"),
                        Head("number", "‖gradient‖"), Head("number", "‖weight‖"),
                        Head("number", "last"),
                        SvgMarkup.Html("th", "ratios", axis.Head()),
                        Head("number", "cos(g, m)"), Head("number", "rate"), Head("number", "dead"))),
                SvgMarkup.Html("tbody", null, layers.Select(layer => Row(layer, axis))),
                SvgMarkup.Html("tfoot", null,
                    SvgMarkup.Html("tr", null,
                        Head("", "All"), Cell("", ""), Cell("number", Count(layers.Sum(l => l.Count))),
                        new XElement("td", new XAttribute("colspan", 7), "")))));
    }

    private static XElement Row(LayerStatistics layer, RatioAxis axis) => SvgMarkup.Html("tr", null,
        SvgMarkup.Html("td", "name", Breakable(layer.Name)),
        Cell("shape", layer.Shape.Count == 0 ? "scalar" : string.Join(" × ", layer.Shape)),
        Cell("number", Count(layer.Count)),
        Cell("number", ShortNumber.Of(layer.GradientNorm)),
        Cell("number", ShortNumber.Of(layer.WeightNorm)),
        Cell("number strong", ShortNumber.Of(layer.LastRatio, 2)),
        SvgMarkup.Html("td", "ratios", axis.Row(layer)),
        Cell("number", ShortNumber.Of(layer.MomentumCosine, 2)),
        Cell("number", ShortNumber.Of(layer.MedianRate, 2)),
        Cell("number", double.IsNaN(layer.DeadUnits) ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * layer.DeadUnits:F0} %")));

    // A long name may break after a dot.
    private static IEnumerable<object> Breakable(string name) =>
        name.Split('.').SelectMany((part, i) => i == 0 ? [part] : new object[] { ".", new XElement("wbr"), part });

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static XElement Head(string cssClass, string text) => SvgMarkup.Html("th", cssClass, text);

    private static XElement Cell(string cssClass, string text) => SvgMarkup.Html("td", cssClass, text);
}
