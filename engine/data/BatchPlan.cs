using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Which images make up a batch, and how each is varied. The arrays are reused; only the first Count samples are valid.</summary>
public sealed class BatchPlan
{
    internal BatchPlan(int size) => (Crops, Labels, Indices) = (new ImageCrop[size], new int[size], new int[size]);

    /// <summary>How each image is cut out of its sample.</summary>
    public ImageCrop[] Crops { get; }

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
