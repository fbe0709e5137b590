using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>Recorded launches: one graph where the driver has graphs, and the same launches one by one elsewhere, still without the engine's work between them.</summary>
internal sealed class GpuRecording : Recording
{
    private readonly Accelerator accelerator;
    private readonly AcceleratorStream stream;
    private readonly BufferPool<GpuBuffer> lender;
    private CudaGraph? graph;

    /// <param name="accelerator">The device.</param>
    /// <param name="stream">Where it runs kernels.</param>
    /// <param name="lender">Lends the recording its memory.</param>
    public GpuRecording(Accelerator accelerator, AcceleratorStream stream, BufferPool<GpuBuffer> lender)
    {
        (this.accelerator, this.stream, this.lender) = (accelerator, stream, lender);
        Memory = new(capacity => lender.Rent(DType.Int32, checked((int)(capacity / sizeof(int)))));
    }

    /// <summary>What was launched.</summary>
    public List<Action> Launches { get; } = [];

    /// <summary>Buffers of this recording alone: what is given back here must not be handed to others, because the next replay writes to it.</summary>
    public BufferPool<GpuBuffer> Memory { get; }

    /// <summary>Whether the recording may still be replayed.</summary>
    public bool IsAlive { get; private set; } = true;

    /// <summary>Makes a graph of the launches where the device has graphs.</summary>
    public void Capture()
    {
        if (accelerator is not CudaAccelerator || stream is not CudaStream queue) return;
        try
        {
            graph = CudaGraph.Capture(accelerator, queue, Replay);
        }
        catch (EntryPointNotFoundException)
        {
            // A driver older than these functions; the launches one by one serve as well.
        }
    }

    /// <inheritdoc/>
    public override void Replay()
    {
        ObjectDisposedException.ThrowIf(!IsAlive, this);
        if (graph is not null) graph.Launch();
        else foreach (Action launch in Launches) launch();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (!IsAlive) return;
        IsAlive = false;
        graph?.Dispose();
        Launches.Clear();
        foreach (GpuBuffer buffer in Memory.Drain()) lender.Return(buffer);
    }
}
