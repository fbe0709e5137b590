using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>A point at which an operation is differentiated: one operand's shape and values.</summary>
internal sealed record GradientSample(Shape Shape, double[] Values)
{
    /// <summary>Evenly distributed numbers, for smooth operations.</summary>
    public static GradientSample Uniform(int seed, Shape shape, double low = -1, double high = 1) =>
        new(shape, Samples.Uniform(seed, shape.Size, low, high));

    /// <summary>Numbers of both signs with magnitudes from 0.1 to 1.1, for operations with a kink at 0.</summary>
    public static GradientSample AwayFromZero(int seed, Shape shape) =>
        new(shape, [.. Samples.Uniform(seed, shape.Size).Select(x => x < 0 ? x - 0.1 : x + 0.1)]);

    /// <summary>Multiples of 1/4 plus an offset: an element of one sample equals none of another whose offset is 1/8, so that maxima choose.</summary>
    public static GradientSample Grid(int seed, Shape shape, double offset = 0) =>
        new(shape, [.. Samples.Grid(seed, shape.Size).Select(x => x + offset)]);

    /// <summary>Evenly spaced numbers from -1 to 1 in random order, no two alike, for maxima of windows.</summary>
    public static GradientSample Distinct(int seed, Shape shape)
    {
        double[] values = [.. Enumerable.Range(0, shape.Size).Select(rank => (2.0 * rank + 1) / shape.Size - 1)];
        Array.Sort(Samples.Uniform(seed, shape.Size), values);
        return new(shape, values);
    }
}
