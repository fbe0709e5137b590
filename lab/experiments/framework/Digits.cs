using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>The first images of 0 and 1 of a data set of digits, as vectors x of the same length, and targets -1 and 1.</summary>
internal sealed record Digits(float[] Images, float[] Targets)
{
    /// <summary>Pixels of an image.</summary>
    public const int Pixels = 28 * 28;

    /// <summary>|x|^2 over the number of pixels: near that of the bytes divided by 255.</summary>
    public const double MeanSquare = 1.0 / 16;

    /// <summary>Takes as many images as are asked for, in the order of the data set.</summary>
    public static Digits Of(ImageDataset data, int count)
    {
        int[] chosen = [.. Enumerable.Range(0, data.Count).Where(i => data.Labels[i] < 2).Take(count)];
        return new([.. chosen.SelectMany(i => Scaled(data.Image(i)))], [.. chosen.Select(i => 2f * data.Labels[i] - 1)]);
    }

    /// <summary>An image as x.</summary>
    public static float[] Scaled(ReadOnlySpan<byte> image)
    {
        double squares = 0;
        foreach (byte pixel in image) squares += pixel * pixel;
        double scale = Math.Sqrt(MeanSquare * Pixels / squares);
        return [.. image.ToArray().Select(pixel => (float)(scale * pixel))];
    }
}
