using System.Diagnostics;

namespace Catapult.Benchmarks;

/// <summary>Times of calls, in seconds.</summary>
/// <param name="Median">The median of single calls, each with the wait for its end; of an even number the upper one.</param>
/// <param name="Best">The shortest.</param>
/// <param name="Runs">How many calls were timed.</param>
public readonly record struct Timing(double Median, double Best, int Runs)
{
    private const int WarmUps = 3, LeastRuns = 5, QueuedRuns = 5, LeastQueued = 2;

    /// <summary>Times a call after warm-up, for at least so many seconds and five calls: the peer's way, which waits for each call.</summary>
    /// <param name="call">Does the work, or queues it.</param>
    /// <param name="wait">Waits until it is done.</param>
    /// <param name="seconds">The least seconds in all.</param>
    public static Timing Of(Action call, Action wait, double seconds)
    {
        for (int i = 0; i < WarmUps; i++) call();
        wait();
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (times.Count < LeastRuns || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds) times.Add(Seconds(call, wait, calls: 1));
        times.Sort();
        return new(times[times.Count / 2], times[0], times.Count);
    }

    /// <summary>The seconds of a call among many that are queued before one wait, so that what it costs to queue and to wait is hidden: the median of five runs.</summary>
    /// <param name="call">Queues the work.</param>
    /// <param name="wait">Waits until all is done.</param>
    /// <param name="seconds">About the seconds in all, unless two calls a run take longer.</param>
    public double Queued(Action call, Action wait, double seconds)
    {
        int calls = (int)Math.Max(LeastQueued, seconds / QueuedRuns / Median);
        double[] times = [.. Enumerable.Range(0, QueuedRuns).Select(_ => Seconds(call, wait, calls) / calls).Order()];
        return times[QueuedRuns / 2];
    }

    private static double Seconds(Action call, Action wait, int calls)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) call();
        wait();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
