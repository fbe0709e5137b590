using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>A problem in a GPU's memory.</summary>
internal abstract class GpuProblem(GpuBackend backend) : Problem
{
    private readonly List<DeviceBuffer> taken = [];
    private ulong streams;

    /// <summary>The engine on the device.</summary>
    public GpuBackend Engine => backend;

    /// <summary>Queues kernels.</summary>
    public Launcher Launcher => backend.Launcher;

    /// <summary>Whether groups have 256 threads; 64 on ILGPU's CPU accelerator.</summary>
    public bool HasLargeGroups => Launcher.GroupSize >= Side16.Length * Side16.Length;

    /// <inheritdoc/>
    public override void Wait() => backend.Synchronize();

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (DeviceBuffer buffer in taken) backend.Release(buffer);
        taken.Clear();
    }

    /// <summary>How often <paramref name="part"/> goes into <paramref name="whole"/>, the last one perhaps not whole.</summary>
    public static int Parts(int whole, int part) => (whole + part - 1) / part;

    /// <summary>The elements of a buffer, as kernels see them.</summary>
    public static ArrayView<float> View(DeviceBuffer buffer) => ((GpuBuffer)buffer).View<float>();

    /// <summary>Room for results.</summary>
    public DeviceBuffer Empty(int length)
    {
        DeviceBuffer buffer = backend.Allocate(DType.Float32, length);
        taken.Add(buffer);
        return buffer;
    }

    /// <summary>Standard normal numbers, others in each buffer.</summary>
    protected DeviceBuffer Normal(int length)
    {
        DeviceBuffer buffer = Empty(length);
        backend.Random(RandomDistribution.Normal, new RandomStream(Seed: 7, streams++), 0, buffer);
        return buffer;
    }

    /// <summary>The elements.</summary>
    protected float[] Read(DeviceBuffer buffer)
    {
        float[] elements = new float[buffer.Length];
        backend.Download<float>(buffer, elements);
        return elements;
    }
}
