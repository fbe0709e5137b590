namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    /// <inheritdoc/>
    public override void CumulativeSum(ReduceGeometry geometry, bool reverse, DeviceBuffer x, DeviceBuffer y)
    {
        if (IsSingle(x)) workers.Run(geometry.Outer, new CumulativeSumJob<float>(geometry, reverse, At<float>(x), At<float>(y)));
        else workers.Run(geometry.Outer, new CumulativeSumJob<double>(geometry, reverse, At<double>(x), At<double>(y)));
    }

    /// <inheritdoc/>
    public override void Softmax(ReduceGeometry geometry, bool logarithm, DeviceBuffer x, DeviceBuffer y)
    {
        int outerInPart = Math.Max(1, LossGrain / Math.Max(1, geometry.Reduced * geometry.Inner)), parts = Parts(geometry.Outer, outerInPart);
        if (IsSingle(x)) workers.Run(parts, new SoftmaxJob<float, Vec32>(geometry, logarithm, outerInPart, At<float>(x), At<float>(y)));
        else workers.Run(parts, new SoftmaxJob<double, Vec64>(geometry, logarithm, outerInPart, At<double>(x), At<double>(y)));
    }
}
