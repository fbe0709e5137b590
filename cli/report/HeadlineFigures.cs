namespace Catapult.Cli;

/// <summary>The result of a run in six figures.</summary>
public sealed record HeadlineFigures
{
    /// <summary>Accuracy on the test set at the end, a fraction of 1; null when it was not measured.</summary>
    public double? TestAccuracy { get; init; }

    /// <summary>Training loss at the end, smoothed or of the last epoch.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>Training throughput.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Duration of the whole run in seconds.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Number of trainable scalars.</summary>
    public required long Parameters { get; init; }

    /// <summary>The most memory held at once, in bytes; null when unknown.</summary>
    public long? PeakMemoryBytes { get; init; }
}
