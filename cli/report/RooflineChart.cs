using Catapult.Lab;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary>
/// The roofline of a race's machine (Williams, Waterman and Patterson 2009): what it can do at most for each number of operations a byte, and the rungs, by
/// their numbers, at the number of their problem.
/// </summary>
public static class RooflineChart
{
    private const double Lowest = 1.0 / 16, Highest = 1024;

    // Points nearer than this ratio would cover each other's numbers.
    private const double Apart = 1.6, Aside = 1.35;

    /// <summary>The picture; null where the machine's arithmetic was not measured.</summary>
    public static Figure? Create(RaceResult race)
    {
        if (race.Roof.FlopsPerSecond is null) return null;
        double intensity = race.Work.Intensity;
        List<Series> roofs = [Roof(race.Roof, race.Threads > 1 ? $"{race.Threads} threads" : "one thread", ColorRole.First)];
        if (race.SingleRoof is { } single && race.Threads > 1) roofs.Add(Roof(single, "one thread", ColorRole.Second));
        // Two labels at one height would cover each other; a rung as fast as one before it goes beside that.
        List<Marker> points = [];
        List<double> taken = [];
        foreach ((RaceLine line, int number) in race.Lines.Select((line, i) => (line, i + 1)))
        {
            double speed = 1e-9 * race.Work.Flops / line.Seconds!.Value;
            int beside = taken.Count(other => Math.Abs(Math.Log(other / speed)) < Math.Log(Apart));
            points.Add(new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), intensity * Math.Pow(Aside, beside), speed));
            taken.Add(speed);
        }
        return new Figure(new LineChart($"{race.Ladder}: the rungs under the roofs", new Axis("operations a byte", null, AxisScale.Log10), new Axis("GFLOP/s", null, AxisScale.Log10) { Min = 0.6 * taken.Min() }, roofs)
        {
            Markers = points,
            PlotHeight = 300,
        })
        { Width = 700 };
    }

    private static Series Roof(Roof roof, string name, ColorRole color)
    {
        double ridge = roof.FlopsPerSecond!.Value / roof.BytesPerSecond;
        double[] x = [Lowest, ridge, Highest];
        return new(name, x, [.. x.Select(intensity => 1e-9 * Math.Min(roof.FlopsPerSecond.Value, intensity * roof.BytesPerSecond))], color);
    }
}
