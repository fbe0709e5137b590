namespace Catapult.Optimizers;

/// <summary>Rates and freezing over groups of layers, for fine-tuning (Howard and Ruder 2018, arXiv:1801.06146; fastai's slice and freeze_to).</summary>
public static class DiscriminativeRates
{
    /// <summary>
    /// Spreads rates from a low one for the first group to a high one for the last by equal ratios, as factors of a schedule whose highest value is the high one.
    /// </summary>
    /// <param name="groups">The groups, the earliest layers first.</param>
    /// <param name="low">The rate of the first.</param>
    /// <param name="high">The rate of the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not positive.</exception>
    public static void Spread(this IReadOnlyList<ParameterGroup> groups, double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(high);
        int last = groups.Count - 1;
        for (int i = 0; i <= last; i++) groups[i].RateFactor = i == last ? 1 : Math.Pow(low / high, (double)(last - i) / last);
    }

    /// <summary>Freezes all groups but the last ones, and thaws those.</summary>
    /// <param name="groups">The groups, the earliest layers first.</param>
    /// <param name="thawed">How many of the last ones move.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number, or more than there are.</exception>
    public static void ThawLast(this IReadOnlyList<ParameterGroup> groups, int thawed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(thawed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(thawed, groups.Count);
        for (int i = 0; i < groups.Count; i++) groups[i].IsFrozen = i < groups.Count - thawed;
    }
}
