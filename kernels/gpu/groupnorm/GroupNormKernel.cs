using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>y = h gamma + beta, with h the normalized x.</summary>
internal readonly struct GroupNormKernel<T>(
    GroupLayout layout, ArrayView<GroupStatistics<T>> statistics, ArrayView<T> x, ArrayView<T> gamma, ArrayView<T> beta, ArrayView<T> y) : IGpuKernel
    where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count)
        {
            int channel = i % layout.Channels;
            y[i] = T.MultiplyAdd(statistics[layout.GroupOf(i)].Normalized(x[i]), gamma[channel], beta[channel]);
        }
    }
}
