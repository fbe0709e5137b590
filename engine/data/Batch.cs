namespace Catapult.Engine;

/// <summary>Some images, normalized, and their labels. The arrays are reused; only the first Count samples are valid.</summary>
public sealed class Batch
{
    internal Batch(int size, int imageSize) =>
        (Images, Labels, Indices) = (new float[size * imageSize], new int[size], new int[size]);

    /// <summary>The pixels, of shape (Count, H, W, C).</summary>
    public float[] Images { get; }

    /// <summary>The class of each image.</summary>
    public int[] Labels { get; }

    /// <summary>Which sample of the data set each image is.</summary>
    public int[] Indices { get; }

    /// <summary>The number of images.</summary>
    public int Count { get; internal set; }

    /// <summary>The number of this batch in the run, from 0.</summary>
    public long Step { get; internal set; }

    /// <summary>The epoch that the batch belongs to, from 0.</summary>
    public int Epoch { get; internal set; }
}
