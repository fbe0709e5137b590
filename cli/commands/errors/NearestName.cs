namespace Catapult.Cli;

/// <summary>Guesses which name was meant by one that is not known.</summary>
public static class NearestName
{
    /// <summary>
    /// The name that <paramref name="text"/> was most likely meant for: the shortest that begins with it, else the one
    /// at the least <see cref="Distance"/>, unless that changes more than half of the text. Case does not count.
    /// </summary>
    /// <returns>The name, or null where none is near.</returns>
    public static string? Of(string text, IEnumerable<string> names)
    {
        string[] known = [.. names];
        int letters = text.Trim('-').Length;
        string? whole = known.Where(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).MinBy(name => name.Length);
        if (letters >= 2 && whole is not null)
            return whole;
        string? nearest = known.MinBy(name => Distance(text, name));
        return nearest is not null && Distance(text, nearest) <= Math.Max(1, letters / 2) ? nearest : null;
    }

    /// <summary><c> (did you mean NAME?)</c>, to follow the wrong name in a sentence; empty where no name is near.</summary>
    internal static string Suggestion(string text, IEnumerable<string> names) =>
        Of(text, names) is { } nearest ? $" (did you mean {nearest}?)" : "";

    /// <summary>
    /// Least number of letters to insert, delete, replace or swap with their neighbour to turn one word into the other
    /// (optimal string alignment), in any case.
    /// </summary>
    public static int Distance(string a, string b)
    {
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }
                int replace = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        return cost[a.Length, b.Length];
    }
}
