namespace Catapult.Cli;

/// <summary>
/// Progress as lines of text, for files and pipes: one at the end of each epoch, at each tenth of the run, every five
/// seconds, and before a message.
/// </summary>
public sealed class PlainProgress(TextWriter output) : IRunProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private ProgressReport? first;
    private ProgressReport last;
    private ProgressReport printed;

    /// <inheritdoc/>
    public void Report(in ProgressReport report)
    {
        if (first is null)
        {
            first = last = report;
            printed = report with { Step = report.Step - 1 };
        }
        if (report.Epoch != last.Epoch)
            PrintLast();
        last = report;
        if (Tenth(report) > Tenth(printed) || report.Elapsed - printed.Elapsed >= Interval)
            PrintLast();
    }

    /// <inheritdoc/>
    public void Message(string text)
    {
        PrintLast();
        output.WriteLine(text);
    }

    /// <inheritdoc/>
    public void Dispose() => PrintLast();

    private static long Tenth(in ProgressReport report) => report.Step * 10 / report.TotalSteps;

    private void PrintLast()
    {
        if (first is not { } start || last.Step == printed.Step)
            return;
        output.WriteLine($"{ProgressText.Facts(last)}  {ProgressText.TimeLeft(start, last)}".TrimEnd());
        printed = last;
    }
}
