using System.Globalization;
using System.Xml.Linq;
using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>Lays the report out as one HTML page.</summary>
internal static class ReportPage
{
    private const double BytesPerMebibyte = 1 << 20;

    /// <summary>The whole page.</summary>
    public static string Render(TrainingReport report)
    {
        XElement page = new("html",
            new XAttribute("lang", "en"),
            Head($"{report.Model} on {report.Dataset}"),
            SvgMarkup.Html("body", null,
                SvgMarkup.Html("main", null,
                    Title(report),
                    Tiles(report.Headline),
                    report.RangeTest is { } rangeTest ? RangeTest(rangeTest) : null,
                    Training(report),
                    report.Layers.Count > 0 ? Layers(report.Layers) : null,
                    report.Configuration.Count > 0 ? Configuration(report.Configuration) : null)));
        return "<!DOCTYPE html>\n" + SvgMarkup.Write(page) + "\n";
    }

    private static XElement Head(string title) => SvgMarkup.Html("head", null,
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        SvgMarkup.Html("title", null, title),
        SvgMarkup.Html("style", null, ChartStyle.Css + "\n" + ReportStyle.Css));

    private static XElement Title(TrainingReport report) => SvgMarkup.Html("header", null,
        SvgMarkup.Html("h1", null, report.Model, SvgMarkup.Html("span", "on", " on "), report.Dataset),
        report.Summary.Length > 0 ? SvgMarkup.Html("p", "summary", report.Summary) : null);

    private static XElement Tiles(HeadlineFigures figures)
    {
        List<XElement> tiles = [];
        if (figures.TestAccuracy is { } accuracy)
            tiles.Add(Tile("Test accuracy", (100 * accuracy).ToString("F2", CultureInfo.InvariantCulture), "%"));
        tiles.Add(Tile("Training loss", ShortNumber.Of(figures.TrainLoss), ""));
        tiles.Add(Tile("Throughput", ShortNumber.Of(figures.ImagesPerSecond), "images/s"));
        (string duration, string durationUnit) = Duration(figures.WallSeconds);
        tiles.Add(Tile("Wall time", duration, durationUnit));
        tiles.Add(Tile("Parameters", ShortNumber.Of(figures.Parameters), ""));
        if (figures.PeakMemoryBytes is { } bytes)
            tiles.Add(bytes < 1024 * BytesPerMebibyte
                ? Tile("Peak memory", ShortNumber.Of(bytes / BytesPerMebibyte), "MiB")
                : Tile("Peak memory", ShortNumber.Of(bytes / BytesPerMebibyte / 1024), "GiB"));
        return SvgMarkup.Html("div", "tiles", tiles);
    }

    private static XElement Tile(string label, string value, string unit) => SvgMarkup.Html("div", "tile card",
        SvgMarkup.Html("div", "label", label),
        SvgMarkup.Html("div", "value", value, unit.Length > 0 ? SvgMarkup.Html("span", "unit", "\u00a0" + unit) : null));

    private static (string Value, string Unit) Duration(double seconds)
    {
        TimeSpan span = TimeSpan.FromSeconds(Math.Min(seconds, 1e9));
        return span.TotalHours >= 1
            ? ($"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}", "h")
            : span.TotalMinutes >= 1 ? ($"{span.Minutes}:{span.Seconds:00}", "min") : (ShortNumber.Of(seconds), "s");
    }

    private static XElement RangeTest(RangeTestCurve curve) => Section(
        "Learning-rate range test",
        SvgMarkup.Html("div", "card range",
            Scroll("mid", RangeTestChart.Create(curve, "Loss over the learning rate")),
            SvgMarkup.Html("div", "suggestions",
                curve.Suggestions.Count == 0
                    ? SvgMarkup.Html("p", null, "The test gave no suggestion.")
                    : SvgMarkup.Html("dl", null, curve.Suggestions.Select(Suggestion)))));

    private static XElement Suggestion(LearningRateSuggestion suggestion) => SvgMarkup.Html("div", suggestion.Chosen ? "chosen" : null,
        SvgMarkup.Html("dt", null, suggestion.Rule, suggestion.Chosen ? SvgMarkup.Html("span", "badge", "chosen") : null),
        SvgMarkup.Html("dd", "value", ShortNumber.Of(suggestion.LearningRate)),
        suggestion.Meaning.Length > 0 ? SvgMarkup.Html("dd", "meaning", suggestion.Meaning) : null);

    private static XElement Training(TrainingReport report)
    {
        IReadOnlyList<ReportCharts.Captioned> charts = ReportCharts.Of(report);
        return Section("Training", SvgMarkup.Html("div", "grid", charts.Select((chart, i) =>
        {
            bool wide = ReportCharts.IsWide(i, charts.Count);
            return SvgMarkup.Html("figure", wide ? "card wide" : "card",
                Scroll(wide ? "full" : "half", chart.Figure),
                SvgMarkup.Html("figcaption", null, chart.Caption));
        })));
    }

    private static XElement Layers(IReadOnlyList<LayerStatistics> layers) => Section(
        "Parameters",
        SvgMarkup.Html("p", "lead",
            "How far one step moves each parameter, ‖Δw‖ / ‖w‖: ring first measured, bar median, dot last. "
            + "About 1e-3 is the usual guide; far below, a layer hardly learns, and far above, it may be unstable. "
            + "Medians over the steps looked into: cos(g, m), between gradient and momentum; rate, how far a weight moves for its momentum or gradient. Dead: output units that no gradient reached, last."),
        SvgMarkup.Html("div", "card", LayerTable.Render(layers)));

    private static XElement Configuration(IReadOnlyList<KeyValuePair<string, string>> options) => Section(
        "Configuration",
        SvgMarkup.Html("dl", "card options", options.Select(option => SvgMarkup.Html("div", null,
            SvgMarkup.Html("dt", null, option.Key),
            SvgMarkup.Html("dd", null, option.Value)))));

    private static XElement Section(string title, params object?[] content) =>
        SvgMarkup.Html("section", null, SvgMarkup.Html("h2", null, title), content);

    private static XElement Scroll(string cssClass, Figure figure) => SvgMarkup.Html("div", $"scroll {cssClass}", figure.ToInline());
}
