using System.Diagnostics;

namespace Catapult.Ladders;

/// <summary>The same work on several threads at once, several times.</summary>
public static class Rounds
{
    /// <summary>Seconds of the shortest round, from the common start to the end of the last thread.</summary>
    /// <param name="threads">Threads, the caller's included.</param>
    /// <param name="rounds">How often the work is repeated.</param>
    /// <param name="work">What a thread does in a round, given its number.</param>
    public static double Shortest(int threads, int rounds, Action<int> work)
    {
        using var line = new Barrier(threads);
        long[] starts = new long[threads];
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(thread => new Thread(() => Repeat(line, rounds, starts, thread, work)) { IsBackground = true })];
        foreach (Thread other in others) other.Start();
        double shortest = Repeat(line, rounds, starts, 0, work);
        foreach (Thread other in others) other.Join();
        return shortest;
    }

    /// <summary>A round begins when its first thread does: where there are more threads than processors, the caller may be the last.</summary>
    private static double Repeat(Barrier line, int rounds, long[] starts, int thread, Action<int> work)
    {
        double shortest = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            line.SignalAndWait();
            starts[thread] = Stopwatch.GetTimestamp();
            work(thread);
            line.SignalAndWait();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(starts.Min()).TotalSeconds);
        }
        return shortest;
    }
}
