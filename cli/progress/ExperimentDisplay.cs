using System.Globalization;
using Catapult.Lab;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Catapult.Cli;

/// <summary>What the terminal shows while an experiment runs: a live table of its sweep, or a line a report where there is no terminal.</summary>
internal static class ExperimentDisplay
{
    private const int LastRuns = 12;

    /// <summary>Runs an experiment and shows how far it is.</summary>
    /// <param name="run">Runs it with what it is to tell.</param>
    /// <param name="isQuiet">Whether to show nothing.</param>
    /// <param name="threads">Runs at once, from which the time left is reckoned.</param>
    public static ExperimentResult Show(Func<Action<string>, Action<SweepStatus>?, ExperimentResult> run, bool isQuiet, int threads)
    {
        if (isQuiet) return run(_ => { }, null);
        if (Console.IsOutputRedirected) return run(Console.WriteLine, null);
        return AnsiConsole.Live(new Text("preparing")).Start(live =>
        {
            string last = "";
            SweepStatus? status = null;
            void Update() => live.UpdateTarget(status is null ? new Text(last) : Table(status, last, threads));
            return run(
                line =>
                {
                    last = line;
                    Update();
                },
                now =>
                {
                    status = now;
                    Update();
                });
        });
    }

    /// <summary>The runs under way and the last ones that ended.</summary>
    internal static IRenderable Table(SweepStatus status, string last, int threads)
    {
        Table table = new Table().RoundedBorder().AddColumns("run", "result", "seconds").Title(Title(status, threads));
        foreach ((string setting, string result, double seconds) in status.Done.TakeLast(LastRuns))
            table.AddRow(new Text(setting), new Text(result), new Text(seconds.ToString("F1", CultureInfo.InvariantCulture)));
        foreach (string setting in status.Running) table.AddRow(new Text(setting), new Text("running"), new Text(""));
        return status.Done.Count < status.Total ? table : new Rows(table, new Text(last));
    }

    private static string Title(SweepStatus status, int threads)
    {
        string left = "";
        if (status.Done.Count > 0 && status.Done.Count < status.Total)
        {
            var time = TimeSpan.FromSeconds(status.Done.Average(run => run.Seconds) * (status.Total - status.Done.Count) / Math.Min(threads, status.Total));
            left = string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, time.TotalMinutes):F0} min left");
        }
        return Markup.Escape($"{status.Name}: {status.Done.Count} of {status.Total}{left}");
    }
}
