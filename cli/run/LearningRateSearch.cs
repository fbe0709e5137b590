using Catapult.Kernels;
using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>Runs the range test with a progress display and turns its result into what reports show.</summary>
internal static class LearningRateSearch
{
    public static RangeTestResult Run(RunSetup setup, RangeTestOptions options, Func<double>? validate, IRunProgress progress, CancellationToken cancel)
    {
        var average = new MovingAverageOfLoss(options.Smoothing);
        double seconds = 0;
        long images = 0;
        return RangeTest.Run(setup.Model, setup.Optimizer, setup.Loader, options, validate, step =>
        {
            seconds += step.Seconds;
            images += step.Images;
            progress.Report(new ProgressReport(
                step.Step - options.FirstStep + 1, options.Iterations, 0, 0, average.Add(step.Loss), step.LearningRate, images / seconds, TimeSpan.FromSeconds(seconds)));
        }, cancel);
    }

    /// <summary>The curve with its suggestions; the one called <paramref name="chosen"/> is marked.</summary>
    public static RangeTestCurve Describe(RangeTestResult result, string? chosen)
    {
        RangeTestSuggestions suggestions = result.Suggest();
        LearningRateSuggestion[] all =
        [
            new("steepest", suggestions.Steepest, chosen == "steepest", "where the loss falls fastest"),
            new("valley", suggestions.Valley, chosen == "valley", "the middle of the longest descent"),
            new("minimum ÷ 10", suggestions.MinimumOver10, chosen == "minimum ÷ 10", "a tenth of the rate with the lowest loss"),
            new("accuracy peak", suggestions.PeakAccuracy, chosen == "accuracy peak", "Smith's largest useful rate"),
        ];
        return new RangeTestCurve
        {
            LearningRate = result.LearningRates,
            Loss = result.Losses,
            SmoothedLoss = result.SmoothedLosses,
            LossSlope = result.Slopes(),
            Scale = result.IsLinear ? AxisScale.Linear : AxisScale.Log10,
            Suggestions = [.. all.Where(s => double.IsFinite(s.LearningRate))],
            Accuracy = result.Accuracies.Any(double.IsFinite) ? result.Accuracies : null,
        };
    }

    /// <summary>The suggestion that a run without <c>--lr</c> takes as the peak of its schedule.</summary>
    /// <exception cref="InputException">The curve suggests nothing.</exception>
    public static double Choose(RangeTestResult result)
    {
        double rate = result.Suggest().MinimumOver10;
        return double.IsFinite(rate)
            ? rate
            : throw new InputException("The range test found no rate at which the loss falls: give one with --lr.");
    }
}
