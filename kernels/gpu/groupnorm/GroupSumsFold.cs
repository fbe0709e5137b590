using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The means of dh and of dh h over each group, with dh = dy gamma.</summary>
internal readonly struct GroupSumsFold<T>(
    GroupLayout layout, int elements, ArrayView<GroupStatistics<T>> statistics, ArrayView<T> x, ArrayView<T> gamma, ArrayView<T> dy, ArrayView<SumPair<T>> means)
    : IFold<GroupSumsFold<T>, SumPair<T>> where T : unmanaged, IGpuLane<T>
{
    public GroupSumsFold<T> Of(int group, int inner) => this;

    public SumPair<T> Identity() => new(T.Zero, T.Zero);

    public SumPair<T> Add(SumPair<T> state, int group, int i, int inner)
    {
        int place = layout.Place(group, i);
        T dh = dy[place] * gamma[place % layout.Channels];
        return state + new SumPair<T>(dh, dh * statistics[group].Normalized(x[place]));
    }

    public SumPair<T> Merge(SumPair<T> a, SumPair<T> b) => a + b;

    public void Write(SumPair<T> state, int group, int inner) => means[group] = new(state.First / T.Of(elements), state.Second / T.Of(elements));
}
