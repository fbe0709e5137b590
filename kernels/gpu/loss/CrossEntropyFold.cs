using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// The loss of each row: with L the logarithm of the sum of exponentials, the target-weighted sum of L - logit. A class of no weight adds nothing,
/// even where its logit is -infinity.
/// </summary>
internal readonly struct CrossEntropyFold<T>(
    int classes, CrossEntropyTarget<T> target, ArrayView<T> logits, ArrayView<int> labels, ArrayView<T> losses, ArrayView<IndexFault> faults)
    : IFold<CrossEntropyFold<T>, CrossEntropyState<T>> where T : unmanaged, IGpuLane<T>
{
    public CrossEntropyFold<T> Of(int outer, int inner) => this;

    public CrossEntropyState<T> Identity() => new(SoftmaxSum<T>.Empty, T.Zero);

    public CrossEntropyState<T> Add(CrossEntropyState<T> state, int row, int c, int inner) => Merge(state, One(logits[row * classes + c]));

    public CrossEntropyState<T> Merge(CrossEntropyState<T> a, CrossEntropyState<T> b) =>
        new(SoftmaxSum<T>.Merge(a.Softmax, b.Softmax), a.Total + b.Total);

    public void Write(CrossEntropyState<T> state, int row, int inner)
    {
        int label = IndexFault.Checked(labels[row], row, classes, faults);
        T logarithm = state.Softmax.Largest + T.Log(state.Softmax.Sum);
        T loss = target.OnLabel * (logarithm - logits[row * classes + label]);
        if (T.Holds(target.OnEach > T.Zero)) loss += target.OnEach * (T.Of(classes) * logarithm - state.Total);
        losses[row] = loss;
    }

    private static CrossEntropyState<T> One(T logit) => new(SoftmaxSum<T>.Of(logit), logit);
}
