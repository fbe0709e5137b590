using ILGPU;

namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void CumulativeSum(ReduceGeometry geometry, bool reverse, DeviceBuffer x, DeviceBuffer y)
    {
        var (outer, reduced, inner) = geometry;
        launcher.Run(launcher.Strided(outer * inner), new CumulativeSumKernel<T>(outer * inner, reduced, inner, reverse, At(x), At(y)));
    }

    /// <inheritdoc/>
    public override void Softmax(ReduceGeometry geometry, bool logarithm, DeviceBuffer x, DeviceBuffer y)
    {
        DeviceBuffer scratch = SoftmaxSums(geometry, x, out ArrayView<SoftmaxSum<T>> sums);
        launcher.Run(launcher.Strided(y.Length), new SoftmaxKernel<T>(geometry.Reduced, geometry.Inner, logarithm, sums, At(x), At(y)));
        memory.Release(scratch);
    }

    private DeviceBuffer SoftmaxSums(ReduceGeometry geometry, DeviceBuffer x, out ArrayView<SoftmaxSum<T>> sums)
    {
        DeviceBuffer scratch = Scratch((long)geometry.Outer * geometry.Inner, out sums);
        Fold<SoftmaxFold<T>, SoftmaxSum<T>>(geometry, new(geometry.Reduced, geometry.Inner, At(x), sums));
        return scratch;
    }
}
