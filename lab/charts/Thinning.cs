namespace Catapult.Lab;

/// <summary>Fewer points, same picture: of each bucket of neighbours the lowest and the highest remain.</summary>
public static class Thinning
{
    /// <summary>
    /// The indices to draw, as unbroken runs: a value that is rejected ends a run. Each run keeps its first and last
    /// point and, of each bucket, the least and the greatest value, in the order of the data.
    /// </summary>
    /// <param name="count">How many points there are.</param>
    /// <param name="value">The value of a point.</param>
    /// <param name="accepts">Whether a point can be drawn.</param>
    /// <param name="limit">About how many points to keep.</param>
    public static IReadOnlyList<int[]> Runs(int count, Func<int, double> value, Func<int, bool> accepts, int limit)
    {
        List<int[]> runs = [];
        for (int start = 0; start < count; start++)
        {
            if (!accepts(start))
                continue;
            int end = start + 1;
            while (end < count && accepts(end))
                end++;
            int share = (int)Math.Ceiling((double)limit * (end - start) / count);
            runs.Add(Thin(start, end, value, share));
            start = end;
        }
        return runs;
    }

    private static int[] Thin(int start, int end, Func<int, double> value, int limit)
    {
        int length = end - start;
        if (length <= limit || length <= 4)
            return [.. Enumerable.Range(start, length)];
        int buckets = Math.Max(1, limit / 2);
        SortedSet<int> kept = [start, end - 1];
        for (int b = 0; b < buckets; b++)
        {
            int from = start + (int)((long)length * b / buckets);
            int to = start + (int)((long)length * (b + 1) / buckets);
            kept.UnionWith([Enumerable.Range(from, to - from).MinBy(value), Enumerable.Range(from, to - from).MaxBy(value)]);
        }
        return [.. kept];
    }
}
