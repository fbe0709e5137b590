using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>A problem in the processor's memory.</summary>
/// <param name="engine">The backend that gives the memory, and runs the rungs that share work among threads.</param>
internal abstract class CpuProblem(CpuBackend engine) : Problem
{
    private readonly List<DeviceBuffer> taken = [];
    private ulong streams;
    private object? kernels;

    /// <summary>The engine on all its threads.</summary>
    public CpuBackend Engine => engine;

    /// <summary>The engine on the calling thread alone.</summary>
    public CpuBackend Single { get; } = new(threads: 1);

    /// <summary>The engine's kernels for floats on the calling thread alone, for rungs that call one of them past the choice among several.</summary>
    public CpuKernels<float, V> Kernels<V>() where V : struct, IVectorLane<V, float> =>
        (CpuKernels<float, V>)(kernels ??= new CpuKernels<float, V>(new WorkerPool(1), new BufferPool<CpuBuffer>(CpuBuffer.Create)));

    /// <summary>The first element of a buffer. Kernels may read, never write, two vectors past its end.</summary>
    public static unsafe float* At(DeviceBuffer buffer) => ((CpuBuffer)buffer).As<float>();

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (DeviceBuffer buffer in taken) engine.Release(buffer);
        taken.Clear();
        Single.Dispose();
    }

    /// <summary>Standard normal numbers, others in each buffer.</summary>
    protected DeviceBuffer Normal(int length)
    {
        DeviceBuffer buffer = Empty(length);
        engine.Random(RandomDistribution.Normal, new RandomStream(Seed: 7, streams++), 0, buffer);
        return buffer;
    }

    /// <summary>Room for results.</summary>
    protected DeviceBuffer Empty(int length) => Empty(DType.Float32, length);

    /// <summary>Room for elements of a type.</summary>
    protected DeviceBuffer Empty(DType type, int length)
    {
        DeviceBuffer buffer = engine.Allocate(type, length);
        taken.Add(buffer);
        return buffer;
    }

    /// <summary>Fills results with NaN, so that one left out shows.</summary>
    protected void Spoil(DeviceBuffer buffer) => engine.Fill(buffer, double.NaN);

    /// <summary>The elements.</summary>
    protected float[] Read(DeviceBuffer buffer)
    {
        float[] elements = new float[buffer.Length];
        engine.Download<float>(buffer, elements);
        return elements;
    }
}
