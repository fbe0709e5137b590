using System.Globalization;
using Catapult.Lab;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary>Pictures a race: a bar a rung, as far as it is fast, under the roofs of one thread and of all.</summary>
public static class StaircaseChart
{
    // From here on the lowest bars would be slivers.
    private const double MostLinear = 20;

    /// <summary>The picture of a race that has run.</summary>
    public static BarChart Create(RaceResult race)
    {
        string unit = race.Work.Unit;
        double[] speeds = [.. race.Lines.Select(line => race.Speed(line)!.Value)];
        Bar[] bars = [.. race.Lines.Zip(speeds, (line, speed) => new Bar(line.Rung, speed, Note(race, line, speed), line.IsParallel ? ColorRole.Second : ColorRole.First))];
        List<Marker> limits = [];
        if (race.SingleRoof is { } single && race.Threads > 1 && race.Work.Most(single) is { } one) limits.Add(new($"one thread: {ShortNumber.Of(one)}", one));
        if (race.Work.Most(race.Roof) is { } all) limits.Add(new(race.Threads > 1 ? $"{race.Threads} threads: {ShortNumber.Of(all)}" : $"roof: {ShortNumber.Of(all)}", all));
        double highest = Math.Max(speeds.Max(), limits.Select(limit => limit.X).DefaultIfEmpty().Max());
        var axis = new Axis("speed", unit, highest > MostLinear * speeds.Min() ? AxisScale.Log10 : AxisScale.Linear);
        return new BarChart($"{race.Ladder}, {race.SizeMeaning} = {race.Size.ToString("#,0", CultureInfo.InvariantCulture)}", axis, bars, limits) { Width = 700 };
    }

    private static string Note(RaceResult race, RaceLine line, double speed) =>
        race.Factor(line) is { } factor ? $"{ShortNumber.Of(speed)}, ×{ShortNumber.Of(factor)}" : ShortNumber.Of(speed);
}
