using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>dbeta = sum dy and dgamma = sum dy h of each channel.</summary>
internal readonly struct GroupParameterFold<T>(
    GroupLayout layout, ArrayView<GroupStatistics<T>> statistics, ArrayView<T> x, ArrayView<T> dy, ArrayView<T> dgamma, ArrayView<T> dbeta)
    : IFold<GroupParameterFold<T>, SumPair<T>> where T : unmanaged, IGpuLane<T>
{
    public GroupParameterFold<T> Of(int outer, int channel) => this;

    public SumPair<T> Identity() => new(T.Zero, T.Zero);

    public SumPair<T> Add(SumPair<T> state, int outer, int row, int channel)
    {
        int place = row * layout.Channels + channel;
        return state + new SumPair<T>(dy[place], dy[place] * statistics[layout.GroupOf(place)].Normalized(x[place]));
    }

    public SumPair<T> Merge(SumPair<T> a, SumPair<T> b) => a + b;

    public void Write(SumPair<T> state, int outer, int channel)
    {
        dbeta[channel] = state.First;
        dgamma[channel] = state.Second;
    }
}
