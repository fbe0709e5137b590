using System.Collections.Concurrent;

namespace Catapult.Benchmarks;

/// <summary>What the machine can do at most on a number of threads: the two limits that bound every kernel.</summary>
/// <param name="Threads">Threads that were measured at once.</param>
/// <param name="VectorBits">Width of the vectors that multiplied and added.</param>
/// <param name="FlopsPerSecond">Single-precision operations a second in registers, a multiply-add as two.</param>
/// <param name="CopiedBytesPerSecond">Bytes read plus bytes written a second by copies of arrays that no cache holds.</param>
/// <param name="UpdatedBytesPerSecond">The same by changes of such arrays in place.</param>
public sealed record Roof(int Threads, int VectorBits, double FlopsPerSecond, double CopiedBytesPerSecond, double UpdatedBytesPerSecond)
{
    private static readonly ConcurrentDictionary<int, Roof> Measured = new();

    /// <summary>The roof on so many threads, measured when it is first asked for.</summary>
    public static Roof Of(int threads) => Measured.GetOrAdd(threads, Measure);

    /// <summary>The faster of the two kinds of traffic: copies also read what they overwrite, so what changes its data in place may pass them.</summary>
    public double BytesPerSecond => Math.Max(CopiedBytesPerSecond, UpdatedBytesPerSecond);

    /// <summary>The least seconds that a call's arithmetic takes; null where it is not counted.</summary>
    public double? FlopsFloor(Workload workload) => workload.Flops / FlopsPerSecond;

    /// <summary>The least seconds that a call's memory traffic takes; null where it is not counted.</summary>
    public double? BytesFloor(Workload workload) => workload.Bytes / BytesPerSecond;

    /// <summary>The larger of the two floors.</summary>
    public double Floor(Workload workload) => Math.Max(FlopsFloor(workload) ?? 0, BytesFloor(workload) ?? 0);

    /// <summary>Which floor that is: "arithmetic" or "memory".</summary>
    public string Bound(Workload workload) => FlopsFloor(workload) >= (BytesFloor(workload) ?? 0) ? "arithmetic" : "memory";

    private static Roof Measure(int threads) =>
        new(threads, MultiplyAddPeak.VectorBits, MultiplyAddPeak.Measure(threads), MemoryPeak.Copy(threads), MemoryPeak.Update(threads));
}
