using ILGPU;

namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void SoftmaxCrossEntropy(CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer losses) =>
        Fold<CrossEntropyFold<T>, CrossEntropyState<T>>(
            new(geometry.Rows, geometry.Classes, 1),
            new(geometry.Classes, new(geometry), At(logits), At<int>(labels), At(losses), faults.Expect(Faults.CrossEntropy)));

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropyGradient(
        CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer dlosses, DeviceBuffer dlogits)
    {
        DeviceBuffer scratch = SoftmaxSums(new(geometry.Rows, geometry.Classes, 1), logits, out ArrayView<SoftmaxSum<T>> sums);
        launcher.Run(launcher.Strided(dlogits.Length), new CrossEntropyGradientKernel<T>(
            geometry.Classes, new(geometry), sums, At(logits), At<int>(labels), At(dlosses), At(dlogits), faults.Expect(Faults.CrossEntropy)));
        memory.Release(scratch);
    }
}
