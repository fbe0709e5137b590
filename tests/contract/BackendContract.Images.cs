using System.Runtime.InteropServices;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    [Test]
    public void CropsImages([Floats] DType type)
    {
        foreach (int channels in (int[])[1, 2, 3, 4, 5])
            foreach (var (height, width) in ((int, int)[])[(1, 1), (3, 7), (8, 5), (32, 32)])
                foreach (int cut in (int[])[0, 1, 3])
                    CheckCrops(type, new ImageGeometry(height, width, channels, cut), images: 5, samples: 3);
        CheckCrops(type, new ImageGeometry(28, 28, 1, 7), images: 70, samples: 9);
    }

    private void CheckCrops(DType type, ImageGeometry geometry, int images, int samples)
    {
        int[] words = Samples.Below(int.MaxValue, 1, (samples * geometry.Size + 3) / 4).Select((word, i) => i % 2 == 0 ? word : ~word).ToArray();
        double[] table = Samples.Uniform(2, geometry.Channels * ImageGeometry.Levels, -3, 3);
        ImageCrop[] crops = [.. Enumerable.Range(0, images).Select(i => Crop(geometry, samples, i))];
        Check($"{images} crops of {geometry}", type, 0, rig =>
        {
            DeviceBuffer y = rig.Target(images * geometry.Size);
            rig.Backend.CropImages(geometry, rig.Indices(words), rig.Indices(MemoryMarshal.Cast<ImageCrop, int>(crops).ToArray()), rig.Operand(table), y);
            return [y];
        });
    }

    /// <summary>Shifts up to the last that reflection allows, and holes that hang over every edge.</summary>
    private static ImageCrop Crop(ImageGeometry geometry, int samples, int i)
    {
        int down = Shift(geometry.Height, i), right = Shift(geometry.Width, i + 1);
        return new(i * 7 % samples, down, right, i / 2 % 2, i % (geometry.Height + 2) - 1, i * 3 % (geometry.Width + 2) - 1);

        static int Shift(int extent, int i) => i % (2 * extent - 1) - (extent - 1);
    }
}
