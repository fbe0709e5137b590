namespace Catapult.Lab;

/// <summary>What came out of an experiment.</summary>
public sealed record ExperimentResult
{
    /// <summary>The settings of the run, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>The figures.</summary>
    public required ExperimentTable Table { get; init; }

    /// <summary>The claims, held against the figures.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The pictures.</summary>
    public required IReadOnlyList<ExperimentFigure> Figures { get; init; }

    /// <summary>What differs from the source, and why, in a paragraph.</summary>
    public required string Differences { get; init; }
}
