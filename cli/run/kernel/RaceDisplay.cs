using System.Globalization;
using Catapult.Lab;
using Catapult.Ladders;
using Spectre.Console;

namespace Catapult.Cli;

/// <summary>What a race looks like: a live table on a terminal, and the same columns as text elsewhere.</summary>
internal static class RaceDisplay
{
    private const int BarWidth = 24;
    private const double ShortestInMilliseconds = 1e-3;

    /// <summary>Runs a race and shows how it stands.</summary>
    public static RaceResult Show(Func<Action<RaceResult>?, RaceResult> run)
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Live(new Text("checking every rung on awkward shapes, measuring the roof")).Start(live => run(now => live.UpdateTarget(Table(now))));
        Console.WriteLine("checking every rung on awkward shapes, then racing");
        RaceResult result = run(null);
        Print(result, Console.Out);
        return result;
    }

    /// <summary>The rungs with their speeds so far.</summary>
    internal static Table Table(RaceResult race)
    {
        Table table = new Table().RoundedBorder().Title(Markup.Escape(Title(race)));
        foreach (string title in Titles(race)) table.AddColumn(title == "rung" ? new TableColumn(title) : new TableColumn(title).RightAligned());
        table.AddColumn(new TableColumn(""));
        foreach (RaceLine line in race.Lines)
            table.AddRow([.. Cells(race, line).Select(cell => new Text(cell)), new Text(new string('█', (int)Math.Round(BarWidth * Math.Min(1, race.Share(line) ?? 0))))]);
        return table;
    }

    /// <summary>The rungs as lines of text.</summary>
    internal static void Print(RaceResult race, TextWriter output)
    {
        output.WriteLine(Title(race));
        foreach (string[] row in race.Lines.Select(line => Cells(race, line)).Prepend(Titles(race)))
            output.WriteLine($"{row[0],-18}{string.Concat(row.Skip(1).Select(cell => $"{cell,19}"))}".TrimEnd());
    }

    private static string Title(RaceResult race)
    {
        string single = race.SingleRoof is { } one && race.Threads > 1 ? $" on {race.Threads} threads, {ShortNumber.Of(race.Work.Most(one) ?? double.NaN)} on one thread" : "";
        string roof = race.Work.Most(race.Roof) is { } most ? $"roof {ShortNumber.Of(most)} {race.Work.Unit}{single}" : "roof not measured";
        return string.Create(CultureInfo.InvariantCulture, $"{race.Ladder}, {race.SizeMeaning} = {race.Size:#,0}: {race.Laps} laps, {roof}");
    }

    private static string[] Titles(RaceResult race) => ["rung", race.Work.Unit, "of the roof", "× the rung before", "a call"];

    private static string[] Cells(RaceResult race, RaceLine line) =>
    [
        line.Rung,
        race.Speed(line) is { } speed ? ShortNumber.Of(speed) : "",
        race.Share(line) is { } share ? share.ToString(share < 0.1 ? "P1" : "P0", CultureInfo.InvariantCulture) : "",
        race.Factor(line) is { } factor ? ShortNumber.Of(factor) : "",
        line.Seconds is { } seconds ? seconds < ShortestInMilliseconds ? $"{ShortNumber.Of(1e6 * seconds)} µs" : $"{ShortNumber.Of(1e3 * seconds)} ms" : "",
    ];
}
