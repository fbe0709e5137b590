namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    /// <inheritdoc/>
    public override void MaxPool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y, DeviceBuffer indices)
    {
        if (IsSingle(x)) workers.Run(geometry.Batch, new MaxPoolJob<float, Vec32>(geometry, At<float>(x), At<float>(y), At<int>(indices)));
        else workers.Run(geometry.Batch, new MaxPoolJob<double, Vec64>(geometry, At<double>(x), At<double>(y), At<int>(indices)));
    }

    /// <inheritdoc/>
    public override void AveragePool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y)
    {
        if (IsSingle(x)) workers.Run(geometry.Batch, new AveragePoolJob<float, Vec32>(geometry, At<float>(x), At<float>(y)));
        else workers.Run(geometry.Batch, new AveragePoolJob<double, Vec64>(geometry, At<double>(x), At<double>(y)));
    }

    /// <inheritdoc/>
    public override void AveragePool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer dx)
    {
        if (IsSingle(dy)) workers.Run(geometry.Batch, new AveragePoolGradientJob<float, Vec32>(geometry, At<float>(dy), At<float>(dx)));
        else workers.Run(geometry.Batch, new AveragePoolGradientJob<double, Vec64>(geometry, At<double>(dy), At<double>(dx)));
    }
}
