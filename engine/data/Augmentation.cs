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

    /// <summary>The side of the square that is cut out of an image of a width; 0 for none.</summary>
    public int CutSide(int width) => Cutout ? width / CutoutDivisor : 0;

    /// <summary>Throws the dice for one image.</summary>
    /// <param name="sample">The number of the image.</param>
    /// <param name="height">Its rows, more than <see cref="Pad"/>.</param>
    /// <param name="width">Its columns, more than <see cref="Pad"/>.</param>
    /// <param name="random">The stream of this image in this epoch; not read when there is no variation.</param>
    public ImageCrop Draw(int sample, int height, int width, RandomStream random)
    {
        int down = Pad > 0 ? random.Below(2 * Pad + 1, 0) - Pad : 0, right = Pad > 0 ? random.Below(2 * Pad + 1, 1) - Pad : 0;
        int mirror = Mirror ? random.Below(2, 2) : 0;
        if (!Cutout) return new(sample, down, right, mirror, 0, 0);
        int half = CutSide(width) / 2;
        return new(sample, down, right, mirror, random.Below(height, 3) - half, random.Below(width, 4) - half);
    }
}
