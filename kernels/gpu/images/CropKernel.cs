using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>Crops of images that lie in device memory as bytes, a pixel a thread.</summary>
internal readonly struct CropKernel<T>(ImageGeometry geometry, ArrayView<int> pixels, ArrayView<ImageCrop> crops, ArrayView<T> table, ArrayView<T> y) : IGpuKernel
    where T : unmanaged, IGpuLane<T>
{
    private readonly Divisor byWidth = new(geometry.Width), byHeight = new(geometry.Height);

    public void Run()
    {
        int count = y.IntLength / geometry.Channels;
        for (int i = Thread.Index; i < count; i += Thread.Count)
        {
            int line = i / byWidth, image = line / byHeight;
            int source = geometry.Source(crops[image], line - image * geometry.Height, i - line * geometry.Width);
            for (int channel = 0; channel < geometry.Channels; channel++)
            {
                T value = T.Zero;
                if (source >= 0) value = table[channel * ImageGeometry.Levels + Byte(source + channel)];
                y[i * geometry.Channels + channel] = value;
            }
        }
    }

    private int Byte(int place) => pixels[place / sizeof(int)] >> place % sizeof(int) * 8 & ImageGeometry.Levels - 1;
}
