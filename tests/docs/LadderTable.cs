using System.Globalization;
using Catapult.Ladders;

namespace Catapult.Tests;

/// <summary>The tables of the walkthroughs, made from the committed races.</summary>
internal static class LadderTable
{
    /// <summary>The committed race of a ladder, without the reader's own rung.</summary>
    public static RaceResult Race(Ladder ladder)
    {
        RaceResult race = Record(ladder);
        return race with { Lines = [.. race.Lines.Where(line => line.Rung != ladder.Exercise.Name)] };
    }

    /// <summary>The committed race of a ladder as it was run.</summary>
    public static RaceResult Record(Ladder ladder) => RaceResult.FromJson(File.ReadAllText(Path.Combine(Repository.Root, "docs", "results", "ladders", $"{ladder}.json")));

    /// <summary>The rungs: predicted against measured.</summary>
    public static string Rungs(Ladder ladder)
    {
        if (ladder.IsGpu) return GpuRungTable.Render(ladder);
        RaceResult race = Race(ladder);
        string[] header = [$"| | rung | {race.Work.Unit} | of the roof | predicted | measured | inner loop |", "|--:|---|--:|--:|--:|--:|---|"];
        IEnumerable<string> rows = race.Lines.Zip(ladder.Rungs, (line, rung) =>
        {
            string predicted = rung.Header.PredictedFactor is { } expected ? $"×{Text(expected)}" : "", measured = race.Factor(line) is { } factor ? $"×{Text(factor)}" : "";
            return $"| | `{line.Rung}` | {Text(race.Speed(line)!.Value)} | {Share(race.Share(line)!.Value)} | {predicted} | {measured} | {line.InnerLoop} |";
        }).Select((row, i) => $"| {i + 1} {row[2..]}");
        return string.Join('\n', [.. header, .. rows]) + $"\n\n{Footer(race)}";
    }

    /// <summary>The two floors of the problem.</summary>
    public static string Floors(Ladder ladder)
    {
        RaceResult race = Race(ladder);
        string[] rows =
        [
            $"| | work | one thread | {race.Threads} threads |", "|---|--:|--:|--:|",
            Row("arithmetic", $"{Text(1e-9 * race.Work.Flops)} GFLOP", roof => (1e-9 * roof.FlopsPerSecond, "GFLOP/s", roof.FlopsFloor(race.Work.Flops))),
            Row("memory", $"{Text(1e-6 * race.Work.Bytes)} MB", roof => (1e-9 * roof.BytesPerSecond, "GB/s", roof.BytesFloor(race.Work.Bytes))),
        ];
        return string.Join('\n', rows) + $"\n\n{Text(race.Work.Intensity)} operations a byte: {race.Roof.Bound(race.Work.Flops, race.Work.Bytes)} is what bounds it. {race.SizeMeaning} = {race.Size.ToString("#,0", CultureInfo.InvariantCulture)}.";

        string Row(string name, string work, Func<Roof, (double? Most, string Unit, double? Seconds)> floor) =>
            $"| {name} | {work} | {string.Join(" | ", ((Roof[])[race.SingleRoof!, race.Roof]).Select(floor).Select(one => $"{Text(one.Most!.Value)} {one.Unit}: {Text(1e3 * one.Seconds!.Value)} ms"))} |";
    }

    /// <summary>All ladders, for the index.</summary>
    public static string Index()
    {
        string[] header = ["| ladder | computes | rungs | from the first to the last |", "|---|---|--:|--:|"];
        return string.Join('\n', [.. header, .. AllLadders.All.Select(ladder =>
            $"| [{ladder}]({ladder}.md) | {ladder.Task} | {ladder.Rungs.Count} | {(ladder.IsGpu ? "on no device yet" : Way(Race(ladder)))} |")]);

        static string Way(RaceResult race) => $"{Text(race.Speed(race.Lines[0])!.Value)} to {Text(race.Speed(race.Lines[^1])!.Value)} {race.Work.Unit}";
    }

    /// <summary>The line of a rung's file that says what was measured.</summary>
    public static string Measured(Ladder ladder, Rung rung)
    {
        RaceResult race = Record(ladder);
        RaceLine line = race.Lines.Single(one => one.Rung == rung.Name);
        string factor = race.Factor(line) is { } times ? $", {Text(times)} times the rung before" : "";
        return $"{Text(race.Speed(line)!.Value)} {race.Work.Unit}, {Share(race.Share(line)!.Value)} of the roof{factor} ({Machine(race)}, {race.Date:yyyy-MM-dd}).";
    }

    /// <summary>Three digits.</summary>
    public static string Text(double value) => Lab.ShortNumber.Of(value);

    private static string Share(double share) => share.ToString(share < 0.1 ? "0.0 %" : "0 %", CultureInfo.InvariantCulture);

    private static string Machine(RaceResult race) => string.Join(", ", race.Device.Split(", ").Take(2));

    private static string Footer(RaceResult race) =>
        $"Medians of {race.Laps} laps, {race.SizeMeaning} = {race.Size.ToString("#,0", CultureInfo.InvariantCulture)}, {Machine(race)}, vectors of {race.Roof.VectorBits} bits, {race.Date:yyyy-MM-dd}. The roof is that of {race.Threads} threads; all rungs but those that share work among threads run on one. " +
        "The inner loop is the one with the most multiply-adds, or loads, in what the JIT makes of the rung.";
}
