using System.Diagnostics;

namespace Catapult.Benchmarks;

/// <summary>Times of single calls, in seconds.</summary>
/// <param name="Median">The median; of an even number the upper one.</param>
/// <param name="Best">The shortest.</param>
/// <param name="Runs">How many calls were timed.</param>
public readonly record struct Timing(double Median, double Best, int Runs)
{
    private const int WarmUps = 3, LeastRuns = 5;

    /// <summary>Times a call after warm-up, for at least so many seconds and five calls: the peer's way.</summary>
    public static Timing Of(Action call, double seconds)
    {
        for (int i = 0; i < WarmUps; i++) call();
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (times.Count < LeastRuns || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            long begin = Stopwatch.GetTimestamp();
            call();
            times.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        times.Sort();
        return new(times[times.Count / 2], times[0], times.Count);
    }
}
