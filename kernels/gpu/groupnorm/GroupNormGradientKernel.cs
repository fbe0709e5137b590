using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>dx = (dh - mean dh - h mean(dh h)) / sqrt(variance + epsilon), means over the group.</summary>
internal readonly struct GroupNormGradientKernel<T>(
    GroupLayout layout, ArrayView<GroupStatistics<T>> statistics, ArrayView<SumPair<T>> means, ArrayView<T> x, ArrayView<T> gamma, ArrayView<T> dy, ArrayView<T> dx)
    : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < dx.IntLength; i += Thread.Count)
        {
            int group = layout.GroupOf(i);
            SumPair<T> mean = means[group];
            T dh = dy[i] * gamma[i % layout.Channels];
            dx[i] = statistics[group].Inverse * (dh - mean.First - statistics[group].Normalized(x[i]) * mean.Second);
        }
    }
}
