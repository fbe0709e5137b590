using BenchmarkDotNet.Attributes;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>A family of benchmarks on the CPU backend, on one thread and on all.</summary>
public abstract class Suite
{
    private ulong streams;

    /// <summary>The values of <see cref="Threads"/>.</summary>
    public static IEnumerable<int> ThreadCounts => new[] { 1, Environment.ProcessorCount }.Distinct();

    /// <summary>Threads that share the work.</summary>
    [ParamsSource(nameof(ThreadCounts))]
    public int Threads { get; set; }

    /// <summary>Where the benchmarks run.</summary>
    protected CpuBackend Backend { get; private set; } = null!;

    /// <summary>Makes the backend and what the benchmarks read and write.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Backend = new CpuBackend(Threads);
        Prepare();
    }

    /// <summary>Stops the backend's threads.</summary>
    [GlobalCleanup]
    public void CleanUp() => Backend.Dispose();

    /// <summary>Makes what the benchmarks read and write.</summary>
    protected abstract void Prepare();

    /// <summary>A buffer of standard normal numbers, others in each.</summary>
    protected DeviceBuffer Normal(int length)
    {
        DeviceBuffer buffer = Backend.Allocate(DType.Float32, length);
        Backend.Random(RandomDistribution.Normal, new RandomStream(Seed: 0, streams++), 0, buffer);
        return buffer;
    }
}
