namespace Catapult.Kernels.Gpu;

/// <summary>What the loss of a row follows from: the sum of its exponentials and, for smoothing, of its logits.</summary>
internal readonly struct CrossEntropyState<T>(SoftmaxSum<T> softmax, T total) where T : unmanaged, IGpuLane<T>
{
    public readonly SoftmaxSum<T> Softmax = softmax;
    public readonly T Total = total;
}
