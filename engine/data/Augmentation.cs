using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// How a training image is varied, each variation a pure function of the random stream that it is given: a shift, as a
/// random crop of the image padded by reflection (He et al. 2016 pad with zeros); a mirror image half of the time; and a
/// square hole filled with the mean (DeVries and Taylor 2017).
/// </summary>
/// <param name="Pad">The largest shift, in pixels, in each direction.</param>
/// <param name="Mirror">Whether half of the images are mirrored left to right.</param>
/// <param name="Cutout">Whether a square of a quarter of the image's width is cut out around a random pixel.</param>
public readonly record struct Augmentation(int Pad, bool Mirror, bool Cutout)
{
    private const int StandardPad = 4;
    private const int CutoutDivisor = 4;

    /// <summary>The names that <see cref="Named"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "standard", "strong"];

    /// <summary>The image as it is.</summary>
    public static Augmentation None => default;

    /// <summary>
    /// none; standard: a shift of at most 4 pixels, and mirroring where that keeps the label; strong: standard and cutout.
    /// </summary>
    /// <exception cref="InputException">The name is none of these.</exception>
    public static Augmentation Named(string name, ImageDataset data) => name switch
    {
        "none" => None,
        "standard" => new(StandardPad, data.MirrorKeepsLabel, false),
        "strong" => new(StandardPad, data.MirrorKeepsLabel, true),
        _ => throw new InputException($"The augmentation '{name}' is unknown; choose one of {string.Join(", ", Names)}."),
    };

    /// <summary>Writes the varied and normalized image.</summary>
    /// <param name="image">Bytes of shape (height, width, channels), larger than <see cref="Pad"/> on each side.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="normalization">Its number of channels is that of the image.</param>
    /// <param name="random">The stream of this image in this epoch; not read when there is no variation.</param>
    /// <param name="destination">Floats of the shape of the image.</param>
    public void Apply(
        ReadOnlySpan<byte> image, int height, int width, Normalization normalization, RandomStream random, Span<float> destination)
    {
        int channels = normalization.Mean.Count;
        int down = Pad > 0 ? random.Below(2 * Pad + 1, 0) - Pad : 0, right = Pad > 0 ? random.Below(2 * Pad + 1, 1) - Pad : 0;
        bool mirror = Mirror && random.Below(2, 2) == 1;
        Span<int> columns = stackalloc int[width];
        for (int x = 0; x < width; x++) columns[mirror ? width - 1 - x : x] = Reflect(x + right, width) * channels;
        for (int y = 0; y < height; y++)
        {
            var from = image.Slice(Reflect(y + down, height) * width * channels, width * channels);
            var to = destination.Slice(y * width * channels, width * channels);
            if (channels == 3) WriteColors(from, columns, normalization.Table, to);
            else WriteChannels(from, columns, normalization.Table, channels, to);
        }

        if (Cutout) Cut(random, height, width, channels, destination);
    }

    /// <summary>An index past an end, mirrored about that end's pixel, which is not repeated.</summary>
    private static int Reflect(int index, int length) =>
        index < 0 ? -index : index >= length ? 2 * (length - 1) - index : index;

    private static void WriteColors(ReadOnlySpan<byte> from, ReadOnlySpan<int> columns, float[] table, Span<float> to)
    {
        for (int x = 0; x < columns.Length; x++)
        {
            var pixel = from.Slice(columns[x], 3);
            var value = to.Slice(3 * x, 3);
            value[0] = table[pixel[0]];
            value[1] = table[256 + pixel[1]];
            value[2] = table[512 + pixel[2]];
        }
    }

    private static void WriteChannels(ReadOnlySpan<byte> from, ReadOnlySpan<int> columns, float[] table, int channels, Span<float> to)
    {
        for (int x = 0; x < columns.Length; x++)
            for (int c = 0; c < channels; c++)
                to[x * channels + c] = table[256 * c + from[columns[x] + c]];
    }

    /// <summary>Zeroes, which is the mean, the part of the square that lies inside the image.</summary>
    private static void Cut(RandomStream random, int height, int width, int channels, Span<float> image)
    {
        int side = width / CutoutDivisor;
        int top = random.Below(height, 3) - side / 2, left = random.Below(width, 4) - side / 2;
        int start = Math.Max(left, 0), end = Math.Min(left + side, width);
        for (int y = Math.Max(top, 0); y < Math.Min(top + side, height); y++)
            image[((y * width + start) * channels)..((y * width + end) * channels)].Clear();
    }
}
