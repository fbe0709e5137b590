namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    /// <inheritdoc/>
    public override void MaxPool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y, DeviceBuffer indices) =>
        workers.Run(geometry.Batch, new MaxPoolJob<E, V>(geometry, At(x), At(y), At<int>(indices)));

    /// <inheritdoc/>
    public override void AveragePool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y) =>
        workers.Run(geometry.Batch, new AveragePoolJob<E, V>(geometry, At(x), At(y)));

    /// <inheritdoc/>
    public override void AveragePool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer dx) =>
        workers.Run(geometry.Batch, new AveragePoolGradientJob<E, V>(geometry, At(dy), At(dx)));
}
