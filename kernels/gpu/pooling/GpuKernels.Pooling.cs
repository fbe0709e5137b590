namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void MaxPool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y, DeviceBuffer indices) =>
        launcher.Run(launcher.Strided(y.Length), new MaxPoolKernel<T>(new(geometry), At(x), At(y), At<int>(indices)));

    /// <inheritdoc/>
    public override void AveragePool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y) =>
        launcher.Run(launcher.Strided(y.Length), new AveragePoolKernel<T>(new(geometry), At(x), At(y)));

    /// <inheritdoc/>
    public override void AveragePool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer dx) =>
        launcher.Run(launcher.Strided(dx.Length), new AveragePoolGradientKernel<T>(new(geometry), At(dy), At(dx)));
}
