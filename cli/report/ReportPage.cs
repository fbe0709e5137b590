using System.Globalization;
using System.Xml.Linq;

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
            Markup.Html("body", null,
                Markup.Html("main", null,
                    Title(report),
                    Tiles(report.Headline),
                    report.RangeTest is { } rangeTest ? RangeTest(rangeTest) : null,
                    Training(report),
                    report.Layers.Count > 0 ? Layers(report.Layers) : null,
                    report.Configuration.Count > 0 ? Configuration(report.Configuration) : null)));
        return "<!DOCTYPE html>\n" + Markup.Write(page) + "\n";
    }

    private static XElement Head(string title) => Markup.Html("head", null,
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        Markup.Html("title", null, title),
        Markup.Html("style", null, ChartStyle.Css + "\n" + ReportStyle.Css));

    private static XElement Title(TrainingReport report) => Markup.Html("header", null,
        Markup.Html("h1", null, report.Model, Markup.Html("span", "on", " on "), report.Dataset),
        report.Summary.Length > 0 ? Markup.Html("p", "summary", report.Summary) : null);

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
        return Markup.Html("div", "tiles", tiles);
    }

    private static XElement Tile(string label, string value, string unit) => Markup.Html("div", "tile card",
        Markup.Html("div", "label", label),
        Markup.Html("div", "value", value, unit.Length > 0 ? Markup.Html("span", "unit", "\u00a0" + unit) : null));

    private static (string Value, string Unit) Duration(double seconds)
    {
        TimeSpan span = TimeSpan.FromSeconds(Math.Min(seconds, 1e9));
        return span.TotalHours >= 1
            ? ($"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}", "h")
            : span.TotalMinutes >= 1 ? ($"{span.Minutes}:{span.Seconds:00}", "min") : (ShortNumber.Of(seconds), "s");
    }

    private static XElement RangeTest(RangeTestCurve curve) => Section(
        "Learning-rate range test",
        Markup.Html("div", "card range",
            Scroll("mid", RangeTestChart.Create(curve, "Loss over the learning rate")),
            Markup.Html("div", "suggestions",
                curve.Suggestions.Count == 0
                    ? Markup.Html("p", null, "The test gave no suggestion.")
                    : Markup.Html("dl", null, curve.Suggestions.Select(Suggestion)))));

    private static XElement Suggestion(LearningRateSuggestion suggestion) => Markup.Html("div", suggestion.Chosen ? "chosen" : null,
        Markup.Html("dt", null, suggestion.Rule, suggestion.Chosen ? Markup.Html("span", "badge", "chosen") : null),
        Markup.Html("dd", "value", ShortNumber.Of(suggestion.LearningRate)),
        suggestion.Meaning.Length > 0 ? Markup.Html("dd", "meaning", suggestion.Meaning) : null);

    private static XElement Training(TrainingReport report)
    {
        IReadOnlyList<ReportCharts.Captioned> charts = ReportCharts.Of(report);
        return Section("Training", Markup.Html("div", "grid", charts.Select((chart, i) =>
        {
            bool wide = ReportCharts.IsWide(i, charts.Count);
            return Markup.Html("figure", wide ? "card wide" : "card",
                Scroll(wide ? "full" : "half", chart.Figure),
                Markup.Html("figcaption", null, chart.Caption));
        })));
    }

    private static XElement Layers(IReadOnlyList<LayerStatistics> layers) => Section(
        "Parameters",
        Markup.Html("p", "lead",
            "How far one step moves each parameter, ‖Δw‖ / ‖w‖: ring first measured, bar median, dot last. "
            + "About 1e-3 is the usual guide; far below, a layer hardly learns, and far above, it may be unstable."),
        Markup.Html("div", "card", LayerTable.Render(layers)));

    private static XElement Configuration(IReadOnlyList<KeyValuePair<string, string>> options) => Section(
        "Configuration",
        Markup.Html("dl", "card options", options.Select(option => Markup.Html("div", null,
            Markup.Html("dt", null, option.Key),
            Markup.Html("dd", null, option.Value)))));

    private static XElement Section(string title, params object?[] content) =>
        Markup.Html("section", null, Markup.Html("h2", null, title), content);

    private static XElement Scroll(string cssClass, Figure figure) => Markup.Html("div", $"scroll {cssClass}", figure.ToInline());
}
