using System.Globalization;
using Catapult.Ladders;
using Spectre.Console;

namespace Catapult.Benchmarks;

/// <summary>A comparison as people read it.</summary>
public static class ComparisonTable
{
    private const int Width = 160;

    /// <summary>Writes a row a workload, in Markdown, and what the figures are.</summary>
    public static void Print(ComparisonReport report, TextWriter output)
    {
        var table = new Table().MarkdownBorder();
        table.AddColumns("workload", "unit");
        foreach (string title in Titles(report.Options)) table.AddColumn(title, column => column.RightAligned());
        foreach (ComparisonRow row in report.Rows) table.AddRow([.. Cells(row, report).Select(Markup.Escape)]);

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Write(table);
        foreach (string line in Lines(report)) output.WriteLine(line);
    }

    private static IEnumerable<string> Titles(PeersOptions options)
    {
        foreach (string title in new[] { "Catapult", "PyTorch", "ratio" }) yield return title;
        if (options.Repeat > 1) yield return "lowest";
        if (options.Queues) yield return "queued";
        yield return "of the roof";
    }

    private static IEnumerable<string> Cells(ComparisonRow row, ComparisonReport report)
    {
        yield return row.Workload.Name;
        yield return row.Workload.Unit;
        yield return Number(row.Rate, "N1");
        yield return Number(row.PeerRate, "N1");
        yield return Number(row.Ratio, "F2");
        if (report.Options.Repeat > 1) yield return Number(row.LowestRatio, "F2");
        if (report.Options.Queues) yield return Number(row.QueuedRate, "N1");
        yield return $"{Number(report.RoofShare(row), "P0")} {report.Roof.Bound(row.Workload.Flops, row.Workload.Bytes)}".TrimEnd();
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    private static IEnumerable<string> Lines(ComparisonReport report)
    {
        if (report.Options.Scale == PeersOptions.Small) yield return "Small sizes: everything ran, and no figure says anything about speed.";
        if (report.Options.Queues) yield return "Calls are waited for one by one on both sides; queued are those of Catapult that are waited for once, and the roof goes by them.";
        yield return Roof(report.Roof, report.Machine);
    }

    private static string Roof(Roof roof, Machine machine)
    {
        string arithmetic = roof.FlopsPerSecond is { } flops ? string.Create(CultureInfo.InvariantCulture, $"{1e-9 * flops:N0} GFLOP/s multiply-add, ") : "";
        string memory = string.Create(CultureInfo.InvariantCulture, $"{1e-9 * roof.CopiedBytesPerSecond:N1} GB/s copy, {1e-9 * roof.UpdatedBytesPerSecond:N1} GB/s in place");
        string place = roof.Threads is { } threads
            ? $"{threads} {(threads == 1 ? "thread" : "threads")}, {machine.Processor}, {machine.Date:yyyy-MM-dd}, vectors of {roof.VectorBits} bits"
            : $"{machine.Device}, {machine.Date:yyyy-MM-dd}";
        return $"The roof: {arithmetic}{memory}; {place}.";
    }
}
