using System.Buffers.Binary;
using System.IO.Compression;
using Catapult.Engine;

namespace Catapult.Tests;

/// <summary>Small data sets and files in the published formats.</summary>
internal static class SmallData
{
    public static readonly string[] TwoClasses = ["a", "b"];

    /// <summary>Images whose bytes are all different from their neighbours', labelled alternately.</summary>
    public static ImageDataset Dataset(int count, int side = 8, int channels = 1, bool mirrorKeepsLabel = false) => new(
        "small",
        [.. Enumerable.Range(0, count * side * side * channels).Select(i => (byte)(i * 37 % 251))],
        [.. Enumerable.Range(0, count).Select(i => i % 2)],
        side, side, channels, TwoClasses, mirrorKeepsLabel);

    /// <summary>An IDX file: magic number, dimensions, bytes.</summary>
    public static byte[] Idx(int magic, int[] dimensions, params byte[] elements)
    {
        var bytes = new byte[4 + 4 * dimensions.Length + elements.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, magic);
        for (int i = 0; i < dimensions.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), dimensions[i]);
        elements.CopyTo(bytes, 4 + 4 * dimensions.Length);
        return bytes;
    }

    public static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }
}
