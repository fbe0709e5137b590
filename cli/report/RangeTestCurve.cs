using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>
/// The outcome of a learning-rate range test (Smith, 2017): the loss of a short run whose learning rate rises at every
/// step. All lists have one entry a step; a value that is not finite (the run diverged) leaves a gap.
/// </summary>
public sealed record RangeTestCurve
{
    /// <summary>The learning rate of each step, rising.</summary>
    public required IReadOnlyList<double> LearningRate { get; init; }

    /// <summary>The loss of each step's batch.</summary>
    public required IReadOnlyList<double> Loss { get; init; }

    /// <summary>The smoothed loss, on which the suggestions rest.</summary>
    public required IReadOnlyList<double> SmoothedLoss { get; init; }

    /// <summary>The rate of change of the smoothed loss: d loss / d ln lr in a geometric sweep, d loss / d lr in a linear one.</summary>
    public required IReadOnlyList<double> LossSlope { get; init; }

    /// <summary>Whether the sweep was geometric (a logarithmic axis) or linear.</summary>
    public AxisScale Scale { get; init; } = AxisScale.Log10;

    /// <summary>What the rules suggest; empty when the run diverged too early for any.</summary>
    public IReadOnlyList<LearningRateSuggestion> Suggestions { get; init; } = [];

    /// <summary>Validation accuracy at each step, a fraction of 1 (NaN between measurements); null when it was not measured.</summary>
    public IReadOnlyList<double>? Accuracy { get; init; }

    /// <summary>The smoothed losses of the single starts, where the curve is the median of several; null where there was one.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Starts { get; init; }

    /// <summary>Rates at which the curvature at the start predicts a phase to end, with their names.</summary>
    public IReadOnlyList<LearningRateSuggestion> Phases { get; init; } = [];
}
