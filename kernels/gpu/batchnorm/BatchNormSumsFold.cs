using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>dbeta = sum dz and dgamma = sum dz h of each channel, with h the normalized x and dz = dy act'(z).</summary>
internal readonly struct BatchNormSumsFold<D, T>(
    D slope, ChannelViews<T> operands, ChannelTransform<T> transform, ArrayView<T> dy, ArrayView<T> dgamma, ArrayView<T> dbeta)
    : IFold<BatchNormSumsFold<D, T>, SumPair<T>> where D : struct, IUnary where T : unmanaged, IGpuLane<T>
{
    public BatchNormSumsFold<D, T> Of(int outer, int channel) => new(slope, operands, operands.Of(channel), dy, dgamma, dbeta);

    public SumPair<T> Identity() => new(T.Zero, T.Zero);

    public SumPair<T> Add(SumPair<T> state, int outer, int row, int channel)
    {
        int place = operands.Place(row, channel);
        T h = operands.Normalized(transform, place), dz = dy[place] * slope.F(operands.Sum(transform, h, place));
        return state + new SumPair<T>(dz, dz * h);
    }

    public SumPair<T> Merge(SumPair<T> a, SumPair<T> b) => a + b;

    public void Write(SumPair<T> state, int outer, int channel)
    {
        dbeta[channel] = state.First;
        dgamma[channel] = state.Second;
    }
}
