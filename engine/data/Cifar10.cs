using System.Formats.Tar;
using System.IO.Compression;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// Reads CIFAR-10 (Krizhevsky 2009) in its binary layout: records of one label byte and three planes of 32x32 bytes, red,
/// green, blue, which become channels-last; straight out of cifar-10-binary.tar.gz, or from the unpacked files.
/// </summary>
public static class Cifar10
{
    /// <summary>The name of the published archive.</summary>
    public const string ArchiveName = "cifar-10-binary.tar.gz";

    private const string UnpackedName = "cifar-10-batches-bin";
    private const string TestFile = "test_batch.bin";
    private const int Side = 32;
    private const int Channels = 3;
    private const int Plane = Side * Side;
    private const int ImageBytes = Plane * Channels;
    private const int RecordBytes = 1 + ImageBytes;

    private static readonly string[] TrainFiles = [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}.bin")];

    private static readonly string[] ClassNames =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>Reads the data set.</summary>
    /// <param name="path">
    /// The archive, a folder that holds the archive, the unpacked folder cifar-10-batches-bin, or a folder that holds it.
    /// </param>
    /// <param name="imagesPerFile">
    /// The number of images in each of the six files; other than the published 10,000 for a cut-down copy.
    /// </param>
    /// <exception cref="InputException">A file is missing, of the wrong size, or holds a label above 9.</exception>
    public static ImageDatasets Read(string path, int imagesPerFile = 10_000)
    {
        string source = Locate(path);
        var files = File.Exists(source)
            ? InputFile.Guard(source, () => ReadArchive(source))
            : TrainFiles.Append(TestFile).ToDictionary(file => file, file => InputFile.ReadAll(Path.Combine(source, file)));

        ImageDataset Part(string name, string[] names) =>
            Decode($"cifar10 {name}", [.. names.Select(file => Checked(source, file, files, imagesPerFile))]);

        return new(Part("train", TrainFiles), Part("test", [TestFile]));
    }

    private static string Locate(string path)
    {
        if (File.Exists(path)) return path;
        if (File.Exists(Path.Combine(path, TrainFiles[0]))) return path;
        string unpacked = Path.Combine(path, UnpackedName), archive = Path.Combine(path, ArchiveName);
        if (Directory.Exists(unpacked)) return unpacked;
        if (File.Exists(archive)) return archive;
        throw new InputException(
            $"{path}: found neither {ArchiveName} nor the folder {UnpackedName}; point --data to the folder that holds one of them.");
    }

    private static Dictionary<string, byte[]> ReadArchive(string path)
    {
        var files = new Dictionary<string, byte[]>();
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            string name = Path.GetFileName(entry.Name);
            if (entry.DataStream is null || (name != TestFile && !TrainFiles.Contains(name))) continue;
            // Grown as it comes, since the length that a damaged entry states may be anything.
            var content = new MemoryStream();
            entry.DataStream.CopyTo(content);
            files[name] = content.ToArray();
        }

        return files;
    }

    private static byte[] Checked(string source, string file, Dictionary<string, byte[]> files, int imagesPerFile)
    {
        if (!files.TryGetValue(file, out byte[]? content)) throw new InputException($"{source}: holds no {file}; fetch it again.");
        if (content.Length != (long)imagesPerFile * RecordBytes)
            throw new InputException(
                $"{source}: {file} holds {content.Length} bytes, expected {imagesPerFile} records of {RecordBytes} bytes, "
                + $"{(long)imagesPerFile * RecordBytes} in all; fetch it again.");
        return content;
    }

    private static ImageDataset Decode(string name, byte[][] files)
    {
        int perFile = files[0].Length / RecordBytes;
        var images = new byte[files.Length * perFile * ImageBytes];
        var labels = new int[files.Length * perFile];
        for (int i = 0; i < labels.Length; i++)
        {
            var record = files[i / perFile].AsSpan(i % perFile * RecordBytes, RecordBytes);
            labels[i] = record[0];
            Interleave(record[1..], images.AsSpan(i * ImageBytes, ImageBytes));
        }

        return new(name, images, labels, Side, Side, Channels, ClassNames, mirrorKeepsLabel: true);
    }

    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> pixels)
    {
        for (int c = 0; c < Channels; c++)
        {
            var plane = planes.Slice(c * Plane, Plane);
            for (int p = 0; p < plane.Length; p++) pixels[p * Channels + c] = plane[p];
        }
    }
}
