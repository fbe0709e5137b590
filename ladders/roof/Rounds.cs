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
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(thread => new Thread(() => Repeat(line, rounds, () => work(thread))) { IsBackground = true })];
        foreach (Thread other in others) other.Start();
        double shortest = Repeat(line, rounds, () => work(0));
        foreach (Thread other in others) other.Join();
        return shortest;
    }

    private static double Repeat(Barrier line, int rounds, Action work)
    {
        double shortest = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            line.SignalAndWait();
            long start = Stopwatch.GetTimestamp();
            work();
            line.SignalAndWait();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return shortest;
    }
}
