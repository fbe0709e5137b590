using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The largest element and the sum of exponentials of each line.</summary>
internal readonly struct SoftmaxFold<T>(int reduced, int inner, ArrayView<T> x, ArrayView<SoftmaxSum<T>> sums) : IFold<SoftmaxFold<T>, SoftmaxSum<T>>
    where T : unmanaged, IGpuLane<T>
{
    public SoftmaxFold<T> Of(int o, int i) => this;

    public SoftmaxSum<T> Identity() => SoftmaxSum<T>.Empty;

    public SoftmaxSum<T> Add(SoftmaxSum<T> state, int o, int r, int i) => SoftmaxSum<T>.Merge(state, SoftmaxSum<T>.Of(x[(o * reduced + r) * inner + i]));

    public SoftmaxSum<T> Merge(SoftmaxSum<T> a, SoftmaxSum<T> b) => SoftmaxSum<T>.Merge(a, b);

    public void Write(SoftmaxSum<T> state, int o, int i) => sums[o * inner + i] = state;
}
