using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The statistics of each group of each image.</summary>
internal readonly struct GroupMomentsFold<T>(GroupLayout layout, T epsilon, ArrayView<T> x, ArrayView<GroupStatistics<T>> statistics)
    : IFold<GroupMomentsFold<T>, Moments<T>> where T : unmanaged, IGpuLane<T>
{
    public GroupMomentsFold<T> Of(int group, int inner) => this;

    public Moments<T> Identity() => new(0, T.Zero, T.Zero);

    public Moments<T> Add(Moments<T> state, int group, int i, int inner) => state.With(x[layout.Place(group, i)]);

    public Moments<T> Merge(Moments<T> a, Moments<T> b) => Moments<T>.Merge(a, b);

    public void Write(Moments<T> state, int group, int inner) => statistics[group] = new(state.Mean, T.One / T.Sqrt(state.Variance + epsilon));
}
