using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>
/// Everything that the report of a training run shows, as plain data. Losses are means over samples, in nats; accuracies
/// are fractions of 1.
/// </summary>
public sealed record TrainingReport
{
    /// <summary>The name of the data set.</summary>
    public required string Dataset { get; init; }

    /// <summary>The name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>One line under the title, e.g. the command and the date; empty for none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The figures at the top.</summary>
    public required HeadlineFigures Headline { get; init; }

    /// <summary>The range test that preceded the run; null when there was none.</summary>
    public RangeTestCurve? RangeTest { get; init; }

    /// <summary>What was recorded at each step.</summary>
    public required StepHistory Steps { get; init; }

    /// <summary>What was measured after each epoch, in order; empty when nothing was.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; init; } = [];

    /// <summary>The sharpness along the run; empty where it was not measured.</summary>
    public IReadOnlyList<SharpnessReading> Sharpness { get; init; } = [];

    /// <summary>One entry for each parameter tensor, in the model's order; empty when none was traced.</summary>
    public IReadOnlyList<LayerStatistics> Layers { get; init; } = [];

    /// <summary>The options of the run, in the order to show.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Configuration { get; init; } = [];
}
