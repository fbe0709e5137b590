using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>
/// Pictures a range test: the raw and smoothed loss over the learning rate, its rate of change below, the accuracy where
/// it was measured, and a vertical line through all of them at each suggestion.
/// </summary>
public static class RangeTestChart
{
    /// <summary>The picture of a range test.</summary>
    /// <param name="curve">The outcome of the test.</param>
    /// <param name="title">The heading.</param>
    public static Figure Create(RangeTestCurve curve, string title = "Learning-rate range test")
    {
        Axis x = new("learning rate", null, curve.Scale);
        Marker[] lines = [.. curve.Suggestions.Concat(curve.Phases).Select(s => new Marker(Label(s), s.LearningRate, Strong: s.Chosen))];
        Marker[] bare = [.. lines.Select(line => line with { Label = "" })];
        List<LineChart> panels = [LossPanel(curve, title, x) with { Markers = lines }, SlopePanel(curve, x) with { Markers = bare }];
        if (curve.Accuracy is { } accuracy)
            panels.Add(AccuracyPanel(curve.LearningRate, accuracy, x) with { Markers = bare });
        return new Figure(panels) { Width = 700 };
    }

    private static string Label(LearningRateSuggestion suggestion) =>
        $"{suggestion.Rule}: {ShortNumber.Of(suggestion.LearningRate)}{(suggestion.Chosen ? " (chosen)" : "")}";

    private static LineChart LossPanel(RangeTestCurve curve, string title, Axis x) =>
        new(title, x, new Axis("training loss") { Max = LossCeiling(curve) }, [
            .. curve.Starts is { } starts ? starts.Select((losses, i) => new Series(i == 0 ? "each start" : "", [.. curve.LearningRate.Take(losses.Count)], [.. losses.Take(curve.LearningRate.Count)]) { Faint = true }) : [new Series("each step", curve.LearningRate, curve.Loss) { Faint = true }],
            new Series(curve.Starts is null ? "smoothed" : "median, smoothed", curve.LearningRate, curve.SmoothedLoss),
        ])
        { PlotHeight = 230 };

    private static LineChart SlopePanel(RangeTestCurve curve, Axis x)
    {
        string label = curve.Scale == AxisScale.Log10 ? "rate of change, d loss / d ln lr" : "rate of change, d loss / d lr";
        double[] finite = [.. curve.LossSlope.Where(double.IsFinite)];
        // The climb of a diverging run would flatten the descent, which is what the rules read.
        double? max = finite.Length > 0 && finite.Min() < 0 ? Math.Min(finite.Max(), -1.2 * finite.Min()) : null;
        Series slope = new("rate of change", curve.LearningRate, curve.LossSlope, ColorRole.Second);
        return new LineChart("", x, new Axis(label) { Max = max }, [slope]) { PlotHeight = 100 };
    }

    private static LineChart AccuracyPanel(IReadOnlyList<double> rates, IReadOnlyList<double> accuracy, Axis x)
    {
        // Only measured steps, so that the curve joins them over the steps between.
        int[] measured = [.. Enumerable.Range(0, accuracy.Count).Where(i => double.IsFinite(accuracy[i]))];
        Series series = new("accuracy", [.. measured.Select(i => rates[i])], [.. measured.Select(i => 100 * accuracy[i])], ColorRole.Third);
        return new LineChart("", x, new Axis("validation accuracy", "%"), [series]) { PlotHeight = 100 };
    }

    // A diverging run ends at losses far above its start; the picture ends a little above the start instead.
    private static double? LossCeiling(RangeTestCurve curve)
    {
        double[] smoothed = [.. curve.SmoothedLoss.Where(double.IsFinite)];
        if (smoothed.Length == 0)
            return null;
        double start = smoothed[0];
        double ceiling = start + Math.Max(0.6 * (start - smoothed.Min()), 0.3 * Math.Abs(start));
        return Math.Min(ceiling, curve.Loss.Where(double.IsFinite).Append(smoothed.Max()).Max());
    }
}
