using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y[i] = x[indices[i]] for rows of neighbours.</summary>
internal readonly struct GatherKernel<T>(int width, int rows, ArrayView<T> x, ArrayView<int> indices, ArrayView<T> y, ArrayView<IndexFault> faults) : IGpuKernel
    where T : unmanaged
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count)
        {
            int row = IndexFault.Checked(indices[i / width], i / width, rows, faults);
            y[i] = x[row * width + i % width];
        }
    }
}
