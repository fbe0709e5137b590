using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>Copies elements from the first operand's places of a nest of loops to the second's.</summary>
internal readonly struct CopyKernel<T>(GpuNest nest, int length, ArrayView<T> x, ArrayView<T> y) : IGpuKernel where T : unmanaged
{
    public void Run()
    {
        for (int i = Thread.Index; i < length; i += Thread.Count)
        {
            var (from, to) = nest.Places(i);
            y[to] = x[from];
        }
    }
}
