using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>Mean and biased variance of each column.</summary>
internal readonly struct ChannelMomentsFold<T>(int channels, ArrayView<T> x, ArrayView<T> mean, ArrayView<T> variance) : IFold<ChannelMomentsFold<T>, Moments<T>>
    where T : unmanaged, IGpuLane<T>
{
    public ChannelMomentsFold<T> Of(int outer, int channel) => this;

    public Moments<T> Identity() => new(0, T.Zero, T.Zero);

    public Moments<T> Add(Moments<T> state, int outer, int row, int channel) => state.With(x[row * channels + channel]);

    public Moments<T> Merge(Moments<T> a, Moments<T> b) => Moments<T>.Merge(a, b);

    public void Write(Moments<T> state, int outer, int channel)
    {
        mean[channel] = state.Mean;
        variance[channel] = state.Variance;
    }
}
