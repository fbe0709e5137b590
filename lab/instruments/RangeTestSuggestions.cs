namespace Catapult.Lab;

/// <summary>The rates that the usual readings of a range test suggest; NaN where the curve is too short for one.</summary>
/// <param name="Steepest">Where the smoothed loss falls fastest.</param>
/// <param name="Valley">The middle, in steps, of the longest descent of the smoothed loss.</param>
/// <param name="MinimumOver10">A tenth of the rate with the smallest smoothed loss.</param>
/// <param name="CyclePeak">A peak for schedules that only touch it, such as 1cycle: a third of the (geometric) middle between the rate with the smallest
/// smoothed loss and the last rate whose loss is within 3% of it. In a flat basin, where noise alone picks the smallest, it leans to the far side.</param>
/// <param name="PeakAccuracy">Smith's maximum: the rate with the best accuracy; NaN when it was not measured.</param>
public sealed record RangeTestSuggestions(double Steepest, double Valley, double MinimumOver10, double CyclePeak, double PeakAccuracy)
{
    // The first points belong to the warm-up of the average and the last ones to the explosion (fastai's convention).
    private const double SkippedStart = 0.1;
    private const int SkippedEnd = 5;
    private const double Basin = 1.03;

    /// <summary>Smith's minimum for a cycle: a thousandth of his maximum.</summary>
    public double ThousandthOfPeak => PeakAccuracy / 1000;

    internal static RangeTestSuggestions From(RangeTestResult result)
    {
        int first = (int)(SkippedStart * result.LearningRates.Count), last = result.LearningRates.Count - SkippedEnd;
        int[] usable = [.. Enumerable.Range(first, Math.Max(0, last - first)).Where(i => double.IsFinite(result.SmoothedLosses[i]))];
        if (usable.Length < 2) return new(double.NaN, double.NaN, double.NaN, double.NaN, PeakOf(result));
        IReadOnlyList<double> slopes = result.Slopes();
        int lowest = usable.MinBy(i => result.SmoothedLosses[i]);
        // Behind its minimum a bounded loss may rise and fall again; such a recovery is no descent.
        int[] descent = [.. usable.Where(i => i <= lowest)];
        double rate = result.LearningRates[lowest], limit = Basin * result.SmoothedLosses[lowest];
        double edge = result.LearningRates[usable.Last(i => result.SmoothedLosses[i] <= limit)];
        return new(
            result.LearningRates[descent.MinBy(i => slopes[i])],
            result.LearningRates[MiddleOfLongestDescent(result.SmoothedLosses, descent)],
            rate / 10, Math.Sqrt(rate * edge) / 3, PeakOf(result));
    }

    /// <summary>The longest subsequence of falling losses, by dynamic programming; its middle.</summary>
    private static int MiddleOfLongestDescent(IReadOnlyList<double> losses, int[] usable)
    {
        int[] length = new int[usable.Length], start = new int[usable.Length];
        int best = 0;
        for (int i = 0; i < usable.Length; i++)
        {
            (length[i], start[i]) = (1, i);
            for (int j = 0; j < i; j++)
                if (losses[usable[j]] > losses[usable[i]] && length[j] + 1 > length[i]) (length[i], start[i]) = (length[j] + 1, start[j]);
            if (length[i] > length[best]) best = i;
        }
        return usable[(start[best] + best) / 2];
    }

    private static double PeakOf(RangeTestResult result)
    {
        int[] measured = [.. Enumerable.Range(0, result.Accuracies.Count).Where(i => double.IsFinite(result.Accuracies[i]))];
        return measured.Length == 0 ? double.NaN : result.LearningRates[measured.MaxBy(i => result.Accuracies[i])];
    }
}
