using Catapult.Engine;

namespace Catapult.Tests;

/// <summary>A folder in the form of MNIST's with a few drawn digits.</summary>
internal static class DigitFiles
{
    public const int Train = 192;

    public const int Test = 40;

    private static readonly ImageDatasets Digits = Glyphs.Generate(seed: 2, Train, Test);

    /// <summary>Writes the four files.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "train", Digits.Train);
        Write(folder, "t10k", Digits.Test);
    }

    private static void Write(string folder, string prefix, ImageDataset part)
    {
        File.WriteAllBytes(Path.Combine(folder, $"{prefix}-images-idx3-ubyte"), SmallData.Idx(0x0803, [part.Count, part.Height, part.Width], part.Images));
        File.WriteAllBytes(Path.Combine(folder, $"{prefix}-labels-idx1-ubyte"), SmallData.Idx(0x0801, [part.Count], [.. part.Labels.Select(label => (byte)label)]));
    }
}
