using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>dlogits = (softmax - target) dloss of the row.</summary>
internal readonly struct CrossEntropyGradientKernel<T>(
    int classes, CrossEntropyTarget<T> target, ArrayView<SoftmaxSum<T>> sums, ArrayView<T> logits, ArrayView<int> labels, ArrayView<T> dlosses,
    ArrayView<T> dlogits, ArrayView<IndexFault> faults) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < dlogits.IntLength; i += Thread.Count)
        {
            int row = i / classes;
            SoftmaxSum<T> sum = sums[row];
            int label = IndexFault.Checked(labels[row], row, classes, faults);
            dlogits[i] = (T.Exp(logits[i] - sum.Largest) / sum.Sum - target.Of(i % classes, label)) * dlosses[row];
        }
    }
}
