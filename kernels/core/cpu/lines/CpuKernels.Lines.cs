namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    /// <inheritdoc/>
    public override void CumulativeSum(ReduceGeometry geometry, bool reverse, DeviceBuffer x, DeviceBuffer y) =>
        workers.Run(geometry.Outer, new CumulativeSumJob<E>(geometry, reverse, At(x), At(y)));

    /// <inheritdoc/>
    public override void Softmax(ReduceGeometry geometry, bool logarithm, DeviceBuffer x, DeviceBuffer y)
    {
        int outerInPart = Math.Max(1, LossGrain / Math.Max(1, geometry.Reduced * geometry.Inner)), parts = Parts(geometry.Outer, outerInPart);
        workers.Run(parts, new SoftmaxJob<E, V>(geometry, logarithm, outerInPart, At(x), At(y)));
    }
}
