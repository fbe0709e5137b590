namespace Catapult.Cli;

/// <summary>The help of one command, laid out for 80 columns.</summary>
/// <param name="Summary">What the command does, one sentence or two.</param>
/// <param name="Usage">How it is called.</param>
/// <param name="Sections">Its options, examples and so on.</param>
internal sealed record HelpPage(string Summary, string Usage, IReadOnlyList<HelpSection> Sections)
{
    private const int Width = 80;
    private const int TermWidth = 24;

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter output)
    {
        foreach (string line in Wrap(Summary, Width))
            output.WriteLine(line);
        output.WriteLine();
        output.WriteLine($"Usage: {Usage}");
        foreach (HelpSection section in Sections)
        {
            output.WriteLine();
            output.WriteLine($"{section.Title}:");
            foreach (HelpEntry entry in section.Entries)
                Write(entry, output);
        }
    }

    private static void Write(HelpEntry entry, TextWriter output)
    {
        string term = $"  {entry.Term}";
        if (term.Length > TermWidth - 2)
        {
            output.WriteLine(term);
            term = "";
        }
        foreach (string line in Wrap(entry.Text, Width - TermWidth))
        {
            output.WriteLine(term.PadRight(TermWidth) + line);
            term = "";
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
