using System.Buffers.Binary;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// Reads the IDX files of the MNIST family (LeCun, Cortes and Burges), plain or gzip: a big-endian magic number whose
/// third byte is the element type (8: unsigned byte) and whose fourth the number of dimensions, the dimensions as 32-bit
/// integers, then the elements in row-major order.
/// </summary>
public static class IdxReader
{
    private const int ImagesMagic = 0x0803;
    private const int LabelsMagic = 0x0801;

    /// <summary>
    /// Reads train-images-idx3-ubyte, train-labels-idx1-ubyte and their t10k twins from a folder, under these names or with
    /// a dot for the second hyphen (train-images.idx3-ubyte), with or without .gz.
    /// </summary>
    /// <param name="folder">The folder that holds the four files.</param>
    /// <param name="name">What messages call the data set.</param>
    /// <param name="classNames">One name a class.</param>
    /// <param name="mirrorKeepsLabel">See <see cref="ImageDataset.MirrorKeepsLabel"/>.</param>
    /// <exception cref="InputException">A file is missing, damaged or contradicts its twin.</exception>
    public static ImageDatasets ReadFolder(
        string folder, string name, IReadOnlyList<string> classNames, bool mirrorKeepsLabel = false)
    {
        ImageDataset Part(string part, string prefix) => Read(
            $"{name} {part}", Find(folder, $"{prefix}-images", "idx3-ubyte"), Find(folder, $"{prefix}-labels", "idx1-ubyte"),
            classNames, mirrorKeepsLabel);

        return new(Part("train", "train"), Part("test", "t10k"));
    }

    /// <summary>Reads one file of images and the file of their labels.</summary>
    /// <exception cref="InputException">A file is missing, damaged or contradicts its twin.</exception>
    public static ImageDataset Read(
        string name, string imagesPath, string labelsPath, IReadOnlyList<string> classNames, bool mirrorKeepsLabel = false)
    {
        var (shape, images) = ReadElements(imagesPath, ImagesMagic, dimensions: 3);
        var (labelShape, labels) = ReadElements(labelsPath, LabelsMagic, dimensions: 1);
        if (shape[0] != labelShape[0])
            throw new InputException(
                $"{labelsPath}: holds {labelShape[0]} labels, but {imagesPath} holds {shape[0]} images; "
                + "the two files do not belong together.");
        return new(name, images, Array.ConvertAll(labels, b => (int)b), shape[1], shape[2], 1, classNames, mirrorKeepsLabel);
    }

    private static string Find(string folder, string stem, string kind)
    {
        string[] names = [$"{stem}-{kind}", $"{stem}.{kind}", $"{stem}-{kind}.gz", $"{stem}.{kind}.gz"];
        return names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new InputException($"{folder}: found no {stem}-{kind} or {stem}-{kind}.gz; point --data to the folder that holds it.");
    }

    private static (int[] Shape, byte[] Elements) ReadElements(string path, int magic, int dimensions)
    {
        byte[] content = InputFile.ReadAll(path);
        int header = 4 + 4 * dimensions;
        // A file too short for a magic number is reported by its length.
        int found = content.Length < 4 ? magic : BinaryPrimitives.ReadInt32BigEndian(content);
        if (found != magic)
            throw new InputException(
                $"{path}: starts with the magic number 0x{found:x8}, expected 0x{magic:x8} (unsigned bytes, {dimensions} dimensions).");
        if (content.Length < header)
            throw new InputException($"{path}: holds {content.Length} bytes, fewer than the {header} of an IDX header; fetch it again.");
        int[] shape = [.. Enumerable.Range(1, dimensions).Select(i => BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(4 * i)))];
        if (shape.Any(d => d <= 0))
            throw new InputException($"{path}: states the dimensions {string.Join("x", shape)}, which must all be positive.");
        // In double, since the product of three damaged dimensions overflows any integer.
        double expected = header + shape.Aggregate(1.0, (product, d) => product * d);
        if (content.Length != expected)
            throw new InputException(
                $"{path}: holds {content.Length} bytes, but its header states {string.Join("x", shape)} elements "
                + $"and so {expected} bytes; fetch it again.");
        return (shape, content[header..]);
    }
}
