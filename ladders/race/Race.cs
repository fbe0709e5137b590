using System.Diagnostics;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// Runs the rungs of a ladder on one problem, lap by lap: in a lap each rung runs in its turn, so that a machine that slows down for a while slows all of
/// them, and the ratios hold.
/// </summary>
/// <param name="ladder">The ladder.</param>
/// <param name="rungs">Those of its rungs that run.</param>
/// <param name="backend">Where.</param>
/// <param name="device">What that is, in words.</param>
public sealed class Race(Ladder ladder, IReadOnlyList<Rung> rungs, Backend backend, string device)
{
    private const int LeastLaps = 3, MostLaps = 101, MostCalls = 1_000;

    // Shorter calls are repeated so long, behind one that does not count: it wakes the threads and brings in the data.
    private const double LeastSample = 0.03;

    // Of the largest result. Rounding was judged on the awkward problems; this finds what is missing or of another problem.
    private const double Alike = 0.01;

    /// <summary>Checks every rung on awkward shapes, then races them.</summary>
    /// <param name="size">The problem's size.</param>
    /// <param name="seconds">About how long; three laps are run in any case.</param>
    /// <param name="watch">Is told after every rung of every lap.</param>
    /// <param name="cancel">Ends the race after the rung that runs.</param>
    /// <exception cref="InputException">A rung is wrong; the message says where.</exception>
    public RaceResult Run(int size, double seconds, Action<RaceResult>? watch = null, CancellationToken cancel = default)
    {
        foreach (Rung rung in rungs)
            if (ladder.FaultOf(rung, backend, out _) is { } fault) throw new InputException(fault);
        int threads = (backend as CpuBackend)?.Threads ?? 0;
        (Roof roof, Roof? single) = ladder.IsGpu ? (Roof.Of(backend, DevicePeak.LargeLength), (Roof?)null) : (Roof.Of(threads), Roof.Of(1));
        List<double>[] times = [.. rungs.Select(_ => new List<double>())];
        using Problem problem = ladder.Create(backend, size);
        float[] expected = Solve(ladder.Rungs[^1], problem, out _);
        int[] calls = [.. rungs.Select(rung => Calls(rung, problem, expected))];
        long start = Stopwatch.GetTimestamp();
        for (int lap = 0; lap < MostLaps && (lap < LeastLaps || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds); lap++)
            for (int i = 0; i < rungs.Count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                times[i].Add(Time(rungs[i], problem, calls[i]));
                watch?.Invoke(Result());
            }
        return Result();

        RaceResult Result() => new(
            ladder.Name, size, ladder.SizeMeaning, ladder.Count(size), device, threads, roof, single, DateOnly.FromDateTime(DateTime.UtcNow),
            [.. rungs.Select((rung, i) => new RaceLine(rung.Name, rung.IsParallel, [.. times[i]]))]);
    }

    /// <summary>How many calls make a sample, from the first one, whose results are held against those of the engine's own rung.</summary>
    /// <exception cref="InputException">They are others: large problems take ways that awkward ones do not.</exception>
    private int Calls(Rung rung, Problem problem, float[] expected)
    {
        float[] results = Solve(rung, problem, out double seconds);
        double largest = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
            if (!(Math.Abs((double)results[i] - expected[i]) <= Alike * largest))
                throw new InputException($"{ladder}/{rung} is wrong for {problem.Shape}: result {i} is {results[i]:G6} and the engine's own is {expected[i]:G6} ({rung.File}).");
        return (int)Math.Clamp(Math.Ceiling(LeastSample / seconds), 1, MostCalls);
    }

    private static float[] Solve(Rung rung, Problem problem, out double seconds)
    {
        problem.Restore();
        seconds = Time(rung, problem, 1);
        return problem.Results();
    }

    private static double Time(Rung rung, Problem problem, int calls)
    {
        if (calls > 1)
        {
            rung.Run(problem);
            problem.Wait();
        }
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++) rung.Run(problem);
        problem.Wait();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }
}
