using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>The charts of a training run, each with a sentence on what it shows.</summary>
internal static class ReportCharts
{
    private const double LogarithmicFrom = 20;
    private const double HalfWidth = 500;
    private const double FullWidth = 1040;

    /// <summary>A chart and the line below it.</summary>
    public readonly record struct Captioned(Figure Figure, string Caption);

    /// <summary>The charts in order; where their number is odd, the last one spans both columns.</summary>
    public static IReadOnlyList<Captioned> Of(TrainingReport report)
    {
        List<(LineChart Chart, string Caption)> charts = [Loss(report.Steps), Schedule(report.Steps)];
        if (report.Epochs.Any(e => double.IsFinite(e.TestAccuracy)))
            charts.Insert(1, Accuracy(report.Epochs));
        if (report.Epochs.Any(e => double.IsFinite(e.TestLoss)))
            charts.Add(TestLoss(report.Epochs));
        if (report.Sharpness.Count > 0)
            charts.Add(Sharpness(report.Sharpness));
        return [.. charts.Select((c, i) => new Captioned(new Figure(c.Chart) { Width = Width(i) }, c.Caption))];

        double Width(int index) => IsWide(index, charts.Count) ? FullWidth : HalfWidth;
    }

    /// <summary>Whether a chart spans both columns.</summary>
    public static bool IsWide(int index, int count) => count % 2 == 1 && index == count - 1;

    private static (LineChart, string) Loss(StepHistory steps)
    {
        double[] x = Positions(steps, steps.Loss.Count);
        double beta = Math.Clamp(1 - 40.0 / Math.Max(1, x.Length), 0.8, 0.998);
        double[] smoothed = Smoothing.Exponential(steps.Loss, beta);
        double[] finite = [.. smoothed.Where(double.IsFinite)];
        bool logarithmic = finite.Length > 0 && finite.Min() > 0 && finite.Max() / finite.Min() >= LogarithmicFrom;
        LineChart chart = new("Training loss", StepAxis, new Axis("loss", null, logarithmic ? AxisScale.Log10 : AxisScale.Linear), [
            new Series("each step", x, steps.Loss) { Faint = true },
            new Series("smoothed", x, smoothed),
        ]);
        string caption = finite.Length == 0
            ? "No finite loss was recorded."
            : $"From {ShortNumber.Of(finite[0])} to {ShortNumber.Of(finite[^1])}; lowest {ShortNumber.Of(finite.Min())} (smoothed).";
        int lost = steps.Loss.Count(v => !double.IsFinite(v));
        if (lost > 0 && finite.Length > 0)
            caption += $" {lost} {(lost == 1 ? "step" : "steps")} without a finite loss.";
        return (chart, caption);
    }

    private static (LineChart, string) Schedule(StepHistory steps)
    {
        double[] x = Positions(steps, steps.LearningRate.Count);
        Series rate = new("learning rate", x, steps.LearningRate, ColorRole.First);
        string caption = $"Learning rate {Span(steps.LearningRate)}.";
        if (steps.Momentum.Count == 0)
            return (new LineChart("Learning rate", StepAxis, new Axis("learning rate"), [rate]), caption);
        Series momentum = new("momentum", Positions(steps, steps.Momentum.Count), steps.Momentum, ColorRole.Second)
        {
            OnRight = true,
            Dashed = true,
        };
        LineChart chart = new("Schedule", StepAxis, new Axis("learning rate"), [rate, momentum]) { Right = new Axis("momentum") };
        return (chart, $"{caption[..^1]}, momentum {Span(steps.Momentum)}.");
    }

    private static (LineChart, string) Accuracy(IReadOnlyList<EpochResult> epochs)
    {
        double[] percent = [.. epochs.Select(e => 100 * e.TestAccuracy)];
        EpochResult best = epochs.MaxBy(e => double.IsFinite(e.TestAccuracy) ? e.TestAccuracy : double.NegativeInfinity);
        string top = $"{ShortNumber.Of(100 * best.TestAccuracy, 4)} %";
        Series accuracy = new("test accuracy", Numbers(epochs), percent, ColorRole.Third);
        LineChart chart = new("Test accuracy", EpochAxis, new Axis("accuracy", "%"), [accuracy])
        {
            Markers = [new Marker(epochs.Count > 1 ? $"best {top}" : top, best.Epoch, 100 * best.TestAccuracy, Strong: true)],
        };
        return (chart, $"Last {ShortNumber.Of(percent[^1], 4)} %, best {top} after epoch {best.Epoch}.");
    }

    private static (LineChart, string) TestLoss(IReadOnlyList<EpochResult> epochs)
    {
        double[] losses = [.. epochs.Select(e => e.TestLoss)];
        Series loss = new("test loss", Numbers(epochs), losses, ColorRole.Fourth);
        LineChart chart = new("Test loss", EpochAxis, new Axis("loss"), [loss]);
        return (chart, $"Last {ShortNumber.Of(losses[^1])}, lowest {ShortNumber.Of(losses.Where(double.IsFinite).Min())}.");
    }

    private static (LineChart, string) Sharpness(IReadOnlyList<SharpnessReading> readings)
    {
        double[] x = [.. readings.Select(one => (double)one.Step)], values = [.. readings.Select(one => one.Sharpness)];
        Series sharpness = new("sharpness", x, values), edge = new("2 / learning rate", x, [.. readings.Select(one => 2 / one.LearningRate)], ColorRole.Second) { Dashed = true };
        LineChart chart = new("Sharpness", StepAxis, new Axis("eigenvalue", null, AxisScale.Log10), [sharpness, edge]);
        SharpnessReading last = readings[^1];
        return (chart, $"Last {ShortNumber.Of(last.Sharpness)}, times the rate {ShortNumber.Of(last.TimesRate)}; plain descent is stable below 2.");
    }

    private static Axis StepAxis => new("step") { WholeNumbers = true };

    private static Axis EpochAxis => new("epoch") { WholeNumbers = true };

    private static double[] Positions(StepHistory steps, int count) => [.. Enumerable.Range(steps.FirstStep, count).Select(i => (double)i)];

    private static double[] Numbers(IReadOnlyList<EpochResult> epochs) => [.. epochs.Select(e => (double)e.Epoch)];

    private static string Span(IReadOnlyList<double> values) => values.Count == 0
        ? "not recorded"
        : $"{ShortNumber.Of(values.Min())} to {ShortNumber.Of(values.Max())}";
}
