using System.Globalization;
using Spectre.Console;

namespace Catapult.Benchmarks;

/// <summary>A comparison as people read it.</summary>
public static class ComparisonTable
{
    private const int Width = 160;

    /// <summary>Writes a row a workload, in Markdown, and a line about the roof.</summary>
    public static void Print(ComparisonReport report, TextWriter output)
    {
        bool repeated = report.Options.Repeat > 1;
        var table = new Table().MarkdownBorder();
        table.AddColumns("workload", "unit");
        foreach (string title in Titles(repeated)) table.AddColumn(title, column => column.RightAligned());
        foreach (ComparisonRow row in report.Rows) table.AddRow([.. Cells(row, report.Roof, repeated).Select(Markup.Escape)]);

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Write(table);
        output.WriteLine(Line(report));
    }

    private static string[] Titles(bool repeated) =>
        repeated ? ["Catapult", "PyTorch", "ratio", "lowest", "of the roof"] : ["Catapult", "PyTorch", "ratio", "of the roof"];

    private static IEnumerable<string> Cells(ComparisonRow row, Roof roof, bool repeated)
    {
        yield return row.Workload.Name;
        yield return row.Workload.Unit;
        yield return Number(row.Rate, "N1");
        yield return Number(row.PeerRate, "N1");
        yield return Number(row.Ratio, "F2");
        if (repeated) yield return Number(row.LowestRatio, "F2");
        yield return $"{Number(roof.Floor(row.Workload) / row.Seconds, "P0")} {roof.Bound(row.Workload)}";
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    private static string Line(ComparisonReport report)
    {
        (Roof roof, Machine machine) = (report.Roof, report.Machine);
        return string.Create(CultureInfo.InvariantCulture,
            $"The roof: {1e-9 * roof.FlopsPerSecond:N0} GFLOP/s multiply-add, {1e-9 * roof.CopiedBytesPerSecond:N1} GB/s copy, {1e-9 * roof.UpdatedBytesPerSecond:N1} GB/s in place; "
            + $"{roof.Threads} {(roof.Threads == 1 ? "thread" : "threads")}, {machine.Processor}, {machine.Date:yyyy-MM-dd}, vectors of {roof.VectorBits} bits.");
    }
}
