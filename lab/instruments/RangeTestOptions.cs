using Catapult.Optimizers;

namespace Catapult.Lab;

/// <summary>How a range test sweeps.</summary>
public sealed record RangeTestOptions
{
    /// <summary>The first rate.</summary>
    public double MinLearningRate { get; init; } = 1e-4;

    /// <summary>The last rate.</summary>
    public double MaxLearningRate { get; init; } = 10;

    /// <summary>Steps of the sweep.</summary>
    public int Iterations { get; init; } = 150;

    /// <summary>Whether the rate grows by equal differences (Smith 2017) instead of equal ratios.</summary>
    public bool IsLinear { get; init; }

    /// <summary>The decay of the moving average that smooths the loss; its bias at the start is corrected.</summary>
    public double Smoothing { get; init; } = 0.9;

    /// <summary>The sweep ends when the smoothed loss exceeds its best value by this factor.</summary>
    public double StopFactor { get; init; } = 4;

    /// <summary>The share of the target that is spread evenly over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>What bounds the gradients; null for nothing.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>Batches whose gradients are averaged before a step.</summary>
    public int BatchesPerStep { get; init; } = 1;

    /// <summary>The one group whose rate rises; null for all.</summary>
    public ParameterGroup? Only { get; init; }

    /// <summary>The rate of the other groups where one alone is swept.</summary>
    public double Others { get; init; }

    /// <summary>The step whose batches the sweep begins with: 0, or where a run in mid-training stands.</summary>
    public long FirstStep { get; init; }
}
