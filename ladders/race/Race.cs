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

    /// <summary>Checks every rung on awkward shapes, then races them.</summary>
    /// <param name="size">The problem's size.</param>
    /// <param name="seconds">About how long; three laps are run in any case.</param>
    /// <param name="watch">Is told after every rung of every lap.</param>
    /// <param name="cancel">Ends the race after the rung that runs.</param>
    /// <exception cref="InputException">A rung is wrong; the message says where.</exception>
    public RaceResult Run(int size, double seconds, Action<RaceResult>? watch = null, CancellationToken cancel = default)
    {
        foreach (Rung rung in rungs)
            if (ladder.FaultOf(rung, backend) is { } fault) throw new InputException(fault);
        int threads = (backend as CpuBackend)?.Threads ?? 0;
        (Roof roof, Roof? single) = ladder.IsGpu ? (Roof.Of(backend, DevicePeak.LargeLength), (Roof?)null) : (Roof.Of(threads), Roof.Of(1));
        List<double>[] times = [.. rungs.Select(_ => new List<double>())];
        using Problem problem = ladder.Create(backend, size);
        problem.Restore();
        int[] calls = [.. rungs.Select(rung => (int)Math.Clamp(Math.Ceiling(LeastSample / Time(rung, problem, 1)), 1, MostCalls))];
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
