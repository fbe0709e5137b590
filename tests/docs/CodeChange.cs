namespace Catapult.Tests;

/// <summary>A change that a page shows as a diff, from one source file to another.</summary>
/// <param name="From">The file that it leaves, by its name.</param>
/// <param name="To">The file that it comes to.</param>
/// <param name="Lines">The diff: lines behind a minus stand in the first file, those behind a plus in the second, others in both.</param>
internal sealed record CodeChange(string From, string To, IReadOnlyList<string> Lines)
{
    /// <summary>The lines that do not stand where they should.</summary>
    public IEnumerable<string> StrayLines
    {
        get
        {
            HashSet<string> before = LinesOf(From), after = LinesOf(To);
            return Lines.Where(line => line.Trim().Length > 0 && !(line[0] switch
            {
                '-' => before.Contains(line[1..].Trim()),
                '+' => after.Contains(line[1..].Trim()),
                _ => before.Contains(line.Trim()) && after.Contains(line.Trim()),
            }));
        }
    }

    private static HashSet<string> LinesOf(string file) =>
        [.. new SourceFile(Ladders.RungSource.PathOf(file)).Text.Split('\n').Select(line => line.Trim())];
}
