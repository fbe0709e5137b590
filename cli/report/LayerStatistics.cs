namespace Catapult.Cli;

/// <summary>The health of one parameter tensor. Norms are Euclidean; NaN stands for what was not measured.</summary>
public sealed record LayerStatistics
{
    /// <summary>The parameter's name in the model, e.g. "layer1.conv.weight".</summary>
    public required string Name { get; init; }

    /// <summary>Its shape.</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Its number of scalars.</summary>
    public required long Count { get; init; }

    /// <summary>Norm of the gradient, last measured.</summary>
    public double GradientNorm { get; init; } = double.NaN;

    /// <summary>Norm of the parameter, last measured.</summary>
    public double WeightNorm { get; init; } = double.NaN;

    /// <summary>Cosine between gradient and momentum, the median of the measured.</summary>
    public double MomentumCosine { get; init; } = double.NaN;

    /// <summary>Effective rate of its weights, the median of the measured medians.</summary>
    public double MedianRate { get; init; } = double.NaN;

    /// <summary>Share of its output units without any gradient, last measured.</summary>
    public double DeadUnits { get; init; } = double.NaN;

    /// <summary>The update-to-weight ratio ‖Δw‖ / ‖w‖ of one step, first measured.</summary>
    public double FirstRatio { get; init; } = double.NaN;

    /// <summary>The median of the measured ratios.</summary>
    public double MedianRatio { get; init; } = double.NaN;

    /// <summary>The ratio last measured.</summary>
    public double LastRatio { get; init; } = double.NaN;
}
