using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = a where the mask is not 0, else b.</summary>
internal readonly struct SelectKernel<T>(ArrayView<T> mask, ArrayView<T> a, ArrayView<T> b, ArrayView<T> y) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count) y[i] = T.Select(mask[i], a[i], b[i]);
    }
}
