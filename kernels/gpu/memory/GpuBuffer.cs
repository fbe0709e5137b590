using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>Elements in device memory.</summary>
internal sealed class GpuBuffer(MemoryBuffer1D<byte, Stride1D.Dense> memory) : PooledBuffer(memory.LengthInBytes), IDisposable
{
    /// <summary>The elements, as a type of their size.</summary>
    public ArrayView<T> View<T>() where T : unmanaged => memory.View.BaseView.Cast<T>().SubView(0, Length);

    /// <summary>The recording that the buffer was taken for; null for none.</summary>
    public GpuRecording? Recording { get; set; }

    /// <summary>Gives the memory back to the device.</summary>
    public void Dispose() => memory.Dispose();
}
