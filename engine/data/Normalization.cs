using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// The mean and standard deviation of each channel, in byte units [0, 255]; images become (b - mean[c]) / deviation[c].
/// </summary>
public sealed class Normalization
{
    private const int Levels = ImageGeometry.Levels;

    /// <summary>Takes one mean and one positive deviation a channel.</summary>
    public Normalization(IReadOnlyList<double> mean, IReadOnlyList<double> deviation)
    {
        (Mean, Deviation) = (mean, deviation);
        Table = new float[mean.Count * Levels];
        for (int c = 0; c < mean.Count; c++)
            for (int b = 0; b < Levels; b++)
                Table[c * Levels + b] = (float)((b - mean[c]) / deviation[c]);
    }

    /// <summary>The mean of each channel, in [0, 255].</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>The standard deviation (of the population) of each channel, in [0, 255].</summary>
    public IReadOnlyList<double> Deviation { get; }

    /// <summary>The normalized value of byte b in channel c at [256 * c + b].</summary>
    internal float[] Table { get; }

    /// <summary>
    /// The statistics of all pixels, summed in integers and so exact up to the last division. A channel that is constant
    /// gets the deviation 1.
    /// </summary>
    public static Normalization Of(ImageDataset data)
    {
        var histogram = new long[data.Channels * Levels];
        for (int i = 0; i < data.Images.Length; i += data.Channels)
            for (int c = 0; c < data.Channels; c++)
                histogram[c * Levels + data.Images[i + c]]++;
        var mean = new double[data.Channels];
        var deviation = new double[data.Channels];
        for (int c = 0; c < data.Channels; c++)
            (mean[c], deviation[c]) = Moments(histogram.AsSpan(c * Levels, Levels));
        return new(mean, deviation);
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<long> histogram)
    {
        long count = 0, sum = 0;
        for (int b = 0; b < Levels; b++)
        {
            count += histogram[b];
            sum += b * histogram[b];
        }

        double mean = (double)sum / count, squares = 0;
        for (int b = 0; b < Levels; b++) squares += histogram[b] * (b - mean) * (b - mean);
        return (mean, squares > 0 ? Math.Sqrt(squares / count) : 1);
    }
}
