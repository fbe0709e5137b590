using System.Runtime.InteropServices;

namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void CropImages(ImageGeometry geometry, DeviceBuffer pixels, DeviceBuffer crops, DeviceBuffer table, DeviceBuffer y)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes<int>(Elements<int>(pixels));
        ReadOnlySpan<ImageCrop> chosen = MemoryMarshal.Cast<int, ImageCrop>(Elements<int>(crops));
        double[] values = Read(table), results = new double[y.Length];
        for (int i = 0; i < results.Length; i++)
        {
            int pixel = i % geometry.Size / geometry.Channels, channel = i % geometry.Channels;
            int source = geometry.Source(chosen[i / geometry.Size], pixel / geometry.Width, pixel % geometry.Width);
            results[i] = source < 0 ? 0 : values[channel * ImageGeometry.Levels + bytes[source + channel]];
        }
        Write(y, results);
    }
}
