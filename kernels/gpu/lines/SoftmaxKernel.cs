using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>e^x over the sum of its line, or the logarithm of that.</summary>
internal readonly struct SoftmaxKernel<T>(int reduced, int inner, Flag logarithm, ArrayView<SoftmaxSum<T>> sums, ArrayView<T> x, ArrayView<T> y) : IGpuKernel
    where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count)
        {
            SoftmaxSum<T> line = sums[i / (reduced * inner) * inner + i % inner];
            T shifted = x[i] - line.Largest;
            y[i] = logarithm ? shifted - T.Log(line.Sum) : T.Exp(shifted) / line.Sum;
        }
    }
}
