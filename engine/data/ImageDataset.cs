using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// Labelled images in memory: bytes in channels-last order (N, H, W, C), one label in [0, classes) an image.
/// </summary>
public sealed class ImageDataset
{
    /// <summary>Wraps the arrays, which the data set owns from here on.</summary>
    /// <param name="name">What messages call these images, such as "mnist train".</param>
    /// <param name="images">The pixels, of shape (N, H, W, C).</param>
    /// <param name="labels">N labels.</param>
    /// <param name="height">H, in pixels.</param>
    /// <param name="width">W, in pixels.</param>
    /// <param name="channels">C.</param>
    /// <param name="classNames">One name a class; a label is an index here.</param>
    /// <param name="mirrorKeepsLabel">Whether the mirror image of a sample is a sample of the same class.</param>
    /// <exception cref="ArgumentException">The sizes contradict each other.</exception>
    /// <exception cref="InputException">There is no image, or a label lies outside the classes.</exception>
    public ImageDataset(
        string name, byte[] images, int[] labels, int height, int width, int channels, IReadOnlyList<string> classNames,
        bool mirrorKeepsLabel = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        if (labels.Length == 0) throw new InputException($"{name}: the data set holds no image.");
        if (images.Length != (long)labels.Length * height * width * channels)
            throw new ArgumentException(
                $"{name}: {labels.Length} images of {height}x{width}x{channels} do not take {images.Length} bytes.", nameof(images));
        (Name, Images, Labels, ClassNames, MirrorKeepsLabel) = (name, images, labels, classNames, mirrorKeepsLabel);
        (Height, Width, Channels) = (height, width, channels);
        int stray = Array.FindIndex(labels, label => (uint)label >= (uint)Classes);
        if (stray >= 0)
            throw new InputException(
                $"{name}: image {stray} has the label {labels[stray]}, but labels run from 0 to {Classes - 1}; "
                + "the file is damaged or not this data set.");
    }

    /// <summary>What messages call these images.</summary>
    public string Name { get; }

    /// <summary>The pixels, of shape (N, H, W, C).</summary>
    public byte[] Images { get; }

    /// <summary>The class of each image.</summary>
    public int[] Labels { get; }

    /// <summary>The number of images, N.</summary>
    public int Count => Labels.Length;

    /// <summary>H, in pixels.</summary>
    public int Height { get; }

    /// <summary>W, in pixels.</summary>
    public int Width { get; }

    /// <summary>C: 1 for grey, 3 for red, green, blue.</summary>
    public int Channels { get; }

    /// <summary>The number of classes.</summary>
    public int Classes => ClassNames.Count;

    /// <summary>The name of each class.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Whether the mirror image of a sample is a sample of the same class: photographs yes, digits no.</summary>
    public bool MirrorKeepsLabel { get; }

    /// <summary>The bytes of one image, H * W * C.</summary>
    public int ImageSize => Height * Width * Channels;

    /// <summary>The pixels of one image, of shape (H, W, C).</summary>
    public ReadOnlySpan<byte> Image(int index) => Images.AsSpan(index * ImageSize, ImageSize);

    /// <summary>The first <paramref name="count"/> images.</summary>
    /// <exception cref="InputException">The data set holds fewer, or none is asked for.</exception>
    public ImageDataset Take(int count) => count switch
    {
        < 1 => throw new InputException($"{Name}: cannot take {count} images; ask for 1 to {Count}."),
        _ when count > Count => throw new InputException($"{Name}: cannot take {count} images of {Count}; ask for at most {Count}."),
        _ when count == Count => this,
        _ => new(Name, Images[..(count * ImageSize)], Labels[..count], Height, Width, Channels, ClassNames, MirrorKeepsLabel),
    };
}
