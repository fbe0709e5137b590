using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = value.</summary>
internal readonly struct FillKernel<T>(T value, ArrayView<T> y) : IGpuKernel where T : unmanaged
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count) y[i] = value;
    }
}
