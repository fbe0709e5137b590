namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    /// <inheritdoc/>
    public override void CropImages(ImageGeometry geometry, DeviceBuffer pixels, DeviceBuffer crops, DeviceBuffer table, DeviceBuffer y)
    {
        int images = crops.Length / ImageCrop.Length, imagesInPart = Math.Max(1, Grain / geometry.Size);
        var job = new CropJob<E>(geometry, images, imagesInPart, At<byte>(pixels), At<ImageCrop>(crops), At(table), At(y));
        workers.Run(Parts(images, imagesInPart), job);
    }
}
