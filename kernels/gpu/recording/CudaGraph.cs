using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// A CUDA graph: launches that the driver has seen once, checked, and can queue in one call, at a fraction of the time that each takes by itself.
/// </summary>
internal sealed class CudaGraph : IDisposable
{
    private readonly Accelerator accelerator;
    private readonly CudaStream stream;
    private nint executable;

    private CudaGraph(Accelerator accelerator, CudaStream stream, nint executable) => (this.accelerator, this.stream, this.executable) = (accelerator, stream, executable);

    /// <summary>Has the driver note what some work launches on a stream, which does not run now.</summary>
    /// <returns>The graph, or null where the driver makes none of it.</returns>
    public static CudaGraph? Capture(Accelerator accelerator, CudaStream stream, Action work)
    {
        accelerator.Bind();
        if (CudaGraphDriver.BeginCapture(stream.StreamPtr, CudaGraphDriver.RelaxedCapture) != CudaGraphDriver.Success) return null;
        nint graph = 0, executable = 0;
        try
        {
            work();
        }
        finally
        {
            // Ended whatever happened, or the stream would stay in capture.
            if (CudaGraphDriver.EndCapture(stream.StreamPtr, out graph) != CudaGraphDriver.Success) graph = 0;
        }
        if (graph == 0) return null;
        bool made = CudaGraphDriver.Instantiate(out executable, graph, flags: 0) == CudaGraphDriver.Success;
        _ = CudaGraphDriver.DestroyGraph(graph);
        return made ? new(accelerator, stream, executable) : null;
    }

    /// <summary>Queues the graph.</summary>
    /// <exception cref="InvalidOperationException">The driver refuses.</exception>
    public void Launch()
    {
        accelerator.Bind();
        int error = CudaGraphDriver.Launch(executable, stream.StreamPtr);
        if (error != CudaGraphDriver.Success) throw new InvalidOperationException($"The recorded step could not be launched on {accelerator.Name}: CUDA error {error}.");
    }

    public void Dispose()
    {
        if (executable == 0) return;
        accelerator.Bind();
        _ = CudaGraphDriver.DestroyExecutable(executable);
        executable = 0;
    }
}
