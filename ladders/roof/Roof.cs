using System.Collections.Concurrent;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>What a device can do at most: the two limits that bound every kernel.</summary>
/// <param name="Threads">Threads of the processor that were measured at once; null on another device.</param>
/// <param name="VectorBits">Width of the vectors that multiplied and added; null on another device.</param>
/// <param name="FlopsPerSecond">Single-precision operations a second in registers, a multiply-add as two; null where they are not measured.</param>
/// <param name="CopiedBytesPerSecond">Bytes read plus bytes written a second by copies of arrays that no cache holds.</param>
/// <param name="UpdatedBytesPerSecond">The same by changes of such arrays in place.</param>
public sealed record Roof(int? Threads, int? VectorBits, double? FlopsPerSecond, double CopiedBytesPerSecond, double UpdatedBytesPerSecond)
{
    private static readonly ConcurrentDictionary<int, Roof> Measured = new();

    /// <summary>The roof of the processor on so many threads, measured when it is first asked for.</summary>
    public static Roof Of(int threads) => Measured.GetOrAdd(threads, Measure);

    /// <summary>The roof of a device's memory, measured with its own kernels; its arithmetic is bounded by what the peer reaches.</summary>
    /// <param name="backend">On the device.</param>
    /// <param name="length">Elements of each buffer: more than a cache holds, <see cref="DevicePeak.LargeLength"/> for instance.</param>
    public static Roof Of(Backend backend, int length) =>
        new(Threads: null, VectorBits: null, FlopsPerSecond: null, DevicePeak.Copy(backend, length), DevicePeak.Update(backend, length));

    /// <summary>The faster of the two kinds of traffic: copies also read what they overwrite, so what changes its data in place may pass them.</summary>
    public double BytesPerSecond => Math.Max(CopiedBytesPerSecond, UpdatedBytesPerSecond);

    /// <summary>The least seconds that so many operations take; null where they are not counted, or not measured here.</summary>
    public double? FlopsFloor(double? flops) => flops / FlopsPerSecond;

    /// <summary>The least seconds that so much memory traffic takes; null where it is not counted.</summary>
    public double? BytesFloor(double? bytes) => bytes / BytesPerSecond;

    /// <summary>The larger of the two floors; null where there is neither.</summary>
    public double? Floor(double? flops, double? bytes) => Bound(flops, bytes) switch
    {
        Arithmetic => FlopsFloor(flops),
        Memory => BytesFloor(bytes),
        _ => null,
    };

    /// <summary>Which floor that is: "arithmetic" or "memory"; null where there is neither.</summary>
    public string? Bound(double? flops, double? bytes) =>
        FlopsFloor(flops) >= (BytesFloor(bytes) ?? 0) ? Arithmetic : BytesFloor(bytes) is not null ? Memory : null;

    private const string Arithmetic = "arithmetic", Memory = "memory";

    private static Roof Measure(int threads) =>
        new(threads, MultiplyAddPeak.VectorBits, MultiplyAddPeak.Measure(threads), MemoryPeak.Copy(threads), MemoryPeak.Update(threads));
}
