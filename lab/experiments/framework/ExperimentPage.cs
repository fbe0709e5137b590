using System.Globalization;
using System.Text;

namespace Catapult.Lab;

/// <summary>The page of an experiment in Markdown: the claim, the run, what came out, and what differs.</summary>
public static class ExperimentPage
{
    /// <summary>The page of a run; it lies beside the pictures.</summary>
    public static string Render(ExperimentRecord record)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {record.Name}: {record.Shows}\n");
        page.AppendLine(CultureInfo.InvariantCulture, $"**{Capital(record.Verdict)}** at scale {record.Scale}, {record.Date:yyyy-MM-dd}, in {Duration(record.Seconds)} on {record.Device}.\n");
        page.AppendLine(CultureInfo.InvariantCulture, $"## What is claimed\n\n{record.Claim}\n\nSource: {record.Source}\n");
        page.AppendLine("## What was run\n");
        if (record.Options is { } options)
            page.AppendLine(CultureInfo.InvariantCulture, $"Not the experiment as it is:{options} stood in the place of its own. Rates below are the experiment's own, before any factor, and so are its expectations and words.\n");
        if (record.Scale == "smoke") page.AppendLine("The words below are of the larger scales.\n");
        foreach ((string name, string value) in record.Settings) page.AppendLine(CultureInfo.InvariantCulture, $"- {name}: {value}");
        page.AppendLine(CultureInfo.InvariantCulture, $"\n    catapult experiment {record.Name} --scale {record.Scale}{record.Options}\n\n## What came out\n");
        AppendTable(page, new(["claim", "expected", "measured", "holds"], [.. record.Findings.Select(one => new[] { one.What, one.Expected, one.Measured, one.Holds ? "yes" : "no" })]));
        AppendTable(page, record.Table);
        foreach ((string file, string caption) in record.Figures) page.AppendLine(CultureInfo.InvariantCulture, $"![{caption}]({file})\n\n{caption}\n");
        page.AppendLine(CultureInfo.InvariantCulture, $"## What differs, and why\n\n{record.Differences}");
        return page.Replace("\r\n", "\n").ToString();
    }

    /// <summary>One line a run, with links to pages that lie in folders of the experiments' names.</summary>
    public static string RenderIndex(IEnumerable<ExperimentRecord> records)
    {
        var page = new StringBuilder();
        AppendTable(page, new(["experiment", "shows", "verdict", "scale", "time"], [.. records.OrderBy(record => record.Name, StringComparer.Ordinal).Select(record => new[]
        {
            $"[{record.Name}]({record.Name}/README.md)", record.Shows, record.Verdict, record.Scale, Duration(record.Seconds),
        })]));
        return page.Replace("\r\n", "\n").ToString().TrimEnd();
    }

    private static void AppendTable(StringBuilder page, ExperimentTable table)
    {
        page.AppendLine(Line(table.Columns)).AppendLine(Line(table.Columns.Select(_ => "---")));
        foreach (IReadOnlyList<string> row in table.Rows) page.AppendLine(Line(row));
        page.AppendLine();
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static string Duration(double seconds) => seconds < 90 ? FormattableString.Invariant($"{seconds:F0} s") : FormattableString.Invariant($"{seconds / 60:F0} min");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
