using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>The options of <c>catapult lr-find</c>, the learning-rate range test.</summary>
public sealed record LrFindOptions : RunOptions
{
    /// <summary>The defaults.</summary>
    public LrFindOptions()
    {
    }

    /// <summary>The default sweep over the model, data and optimizer of another run, such as one in mid-training.</summary>
    /// <param name="run">Options of that run.</param>
    public LrFindOptions(RunOptions run)
        : base(run)
    {
    }

    /// <summary>First learning rate of the sweep, above 0.</summary>
    public double MinLearningRate { get; init; } = 1e-4;

    /// <summary>Last learning rate of the sweep, above <see cref="MinLearningRate"/>.</summary>
    public double MaxLearningRate { get; init; } = 10;

    /// <summary>Steps of the sweep, at least 2.</summary>
    public int Iterations { get; init; } = 150;

    /// <summary>Whether the rate grows by equal differences instead of equal ratios.</summary>
    public bool Linear { get; init; }

    /// <summary>Whether to measure accuracy against the rate as well (Smith's own reading of the test).</summary>
    public bool Validate { get; init; }

    /// <summary>Starts from which the sweep is run, at least 1: models and orders of as many seeds, from the given one on.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>Whether to measure the curvature at the start and draw the phases that it predicts.</summary>
    public bool Phases { get; init; }

    /// <summary>Whether to sweep each layer alone as well.</summary>
    public bool Layers { get; init; }

    /// <inheritdoc/>
    public override void Check()
    {
        base.Check();
        if (Seeds > 1 && Resume is not null)
            throw new InputException($"--seeds {Seeds} makes fresh models, and --resume continues one: leave one of the two out.");
        if (MinLearningRate >= MaxLearningRate)
            throw new InputException(FormattableString.Invariant(
                $"--min-lr {MinLearningRate} must be less than --max-lr {MaxLearningRate}, since the sweep runs upwards."));
    }
}
