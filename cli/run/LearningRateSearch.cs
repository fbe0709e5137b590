using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using Catapult.Optimizers;

namespace Catapult.Cli;

/// <summary>Runs the range test with a progress display and turns its result into what reports show.</summary>
internal static class LearningRateSearch
{
    public static RangeTestResult Run(RunSetup setup, RangeTestOptions options, IRunProgress progress, CancellationToken cancel) =>
        Run(setup.Model, setup.Optimizer, setup.Loader, options, null, progress, cancel);

    public static RangeTestResult Run(
        Module model, Optimizer optimizer, DataLoader loader, RangeTestOptions options, Func<double>? validate, IRunProgress progress, CancellationToken cancel)
    {
        var average = new MovingAverageOfLoss(options.Smoothing);
        double seconds = 0;
        long images = 0;
        return RangeTest.Run(model, optimizer, loader, options, validate, step =>
        {
            seconds += step.Seconds;
            images += step.Images;
            progress.Report(new ProgressReport(
                step.Step - options.FirstStep + 1, options.Iterations, 0, 0, average.Add(step.Loss), step.LearningRate, images / seconds, TimeSpan.FromSeconds(seconds)));
        }, cancel);
    }

    /// <summary>The curve with its suggestions; the one that a run takes is marked.</summary>
    public static RangeTestCurve Describe(RangeTestResult result, double? chosen) => Describe(result, result.Suggest(), chosen);

    /// <summary>The same with suggestions that rest on more than the curve.</summary>
    public static RangeTestCurve Describe(RangeTestResult result, RangeTestSuggestions suggestions, double? chosen)
    {
        (string Rule, double Rate, string Meaning)[] all =
        [
            ("steepest", suggestions.Steepest, "where the loss falls fastest"),
            ("valley", suggestions.Valley, "the middle of the longest descent"),
            ("minimum ÷ 10", suggestions.MinimumOver10, "a tenth of the rate with the lowest loss"),
            ("cycle peak", suggestions.CyclePeak, "a third of the middle of the basin of lowest loss"),
            ("accuracy peak", suggestions.PeakAccuracy, "Smith's largest useful rate"),
        ];
        return new RangeTestCurve
        {
            LearningRate = result.LearningRates,
            Loss = result.Losses,
            SmoothedLoss = result.SmoothedLosses,
            LossSlope = result.Slopes(),
            Scale = result.IsLinear ? AxisScale.Linear : AxisScale.Log10,
            Suggestions = [.. all.Where(s => double.IsFinite(s.Rate)).Select(s => new LearningRateSuggestion(s.Rule, s.Rate, s.Rate == chosen, s.Meaning))],
            Accuracy = result.Accuracies.Any(double.IsFinite) ? result.Accuracies : null,
        };
    }

    /// <summary>
    /// The highest rate of a run without <c>--lr</c>: a schedule that passes through its peak bears a higher one than a schedule that starts or stays there.
    /// </summary>
    /// <exception cref="InputException">The curve suggests nothing.</exception>
    public static double Choose(RangeTestResult result, string schedule)
    {
        RangeTestSuggestions suggestions = result.Suggest();
        double rate = schedule is "one-cycle" or "triangular" or "triangular2" or "exp-range" ? suggestions.CyclePeak : suggestions.MinimumOver10;
        return double.IsFinite(rate)
            ? rate
            : throw new InputException("The range test found no rate at which the loss falls: give one with --lr.");
    }
}
