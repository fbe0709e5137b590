using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = f(a, b) along a nest of loops, y in its order.</summary>
internal readonly struct BroadcastKernel<O, T>(O f, GpuNest nest, ArrayView<T> a, ArrayView<T> b, ArrayView<T> y) : IGpuKernel
    where O : struct, IBinary where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count)
        {
            var (placeA, placeB) = nest.Places(i);
            y[i] = f.F(a[placeA], b[placeB]);
        }
    }
}
