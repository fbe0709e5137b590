namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void CropImages(ImageGeometry geometry, DeviceBuffer pixels, DeviceBuffer crops, DeviceBuffer table, DeviceBuffer y) => launcher.Run(
        launcher.Strided(y.Length / geometry.Channels), new CropKernel<T>(geometry, At<int>(pixels), At<int>(crops).Cast<ImageCrop>(), At(table), At(y)));
}
