namespace Catapult.Lab;

/// <summary>The same range test from several starts: where the curves agree, a suggestion can be trusted.</summary>
public sealed class RangeTestBand
{
    /// <summary>Tests that began at the same rate and rose alike.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public RangeTestBand(IReadOnlyList<RangeTestResult> runs)
    {
        if (runs.Count == 0) throw new ArgumentException("A band needs at least one range test.", nameof(runs));
        Runs = runs;
        LearningRates = runs.MaxBy(run => run.LearningRates.Count)!.LearningRates;
    }

    /// <summary>The tests.</summary>
    public IReadOnlyList<RangeTestResult> Runs { get; }

    /// <summary>The rates of the longest test.</summary>
    public IReadOnlyList<double> LearningRates { get; }

    /// <summary>The tests as one: at each rate the median, a test that has exploded before counting as infinite; it ends where half of them have.</summary>
    public RangeTestResult Median()
    {
        var median = new RangeTestResult { IsLinear = Runs[0].IsLinear };
        for (int i = 0; i < LearningRates.Count && 2 * Runs.Count(run => run.LearningRates.Count > i) > Runs.Count; i++)
            median.Add(LearningRates[i], Middle(run => At(run.Losses, i)), Middle(run => At(run.SmoothedLosses, i)), Middle(run => i < run.Accuracies.Count ? run.Accuracies[i] : 0));
        return median;
    }

    /// <summary>What the tests suggest: the median for each rule, over the tests that suggest anything by it.</summary>
    public RangeTestSuggestions Suggest()
    {
        RangeTestSuggestions[] found = [.. Runs.Select(run => run.Suggest())];
        return new(
            Rule(found, one => one.Steepest), Rule(found, one => one.Valley), Rule(found, one => one.MinimumOver10), Rule(found, one => one.CyclePeak), Rule(found, one => one.PeakAccuracy));
    }

    /// <summary>The smallest and the largest of what the tests suggest by one rule; NaN where none suggests anything.</summary>
    public (double Smallest, double Largest) Range(Func<RangeTestSuggestions, double> rule)
    {
        double[] found = [.. Runs.Select(run => rule(run.Suggest())).Where(double.IsFinite)];
        return found.Length == 0 ? (double.NaN, double.NaN) : (found.Min(), found.Max());
    }

    private static double At(IReadOnlyList<double> losses, int step) => step < losses.Count ? losses[step] : double.PositiveInfinity;

    private static double Rule(RangeTestSuggestions[] found, Func<RangeTestSuggestions, double> rule)
    {
        double[] finite = [.. found.Select(rule).Where(double.IsFinite)];
        return finite.Length == 0 ? double.NaN : Middle(finite);
    }

    private double Middle(Func<RangeTestResult, double> value) => Middle([.. Runs.Select(value)]);

    private static double Middle(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
