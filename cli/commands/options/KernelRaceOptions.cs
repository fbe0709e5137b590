namespace Catapult.Cli;

/// <summary>The options of <c>catapult kernel race</c>.</summary>
public sealed record KernelRaceOptions : CommandOptions
{
    /// <summary>The ladder.</summary>
    public string? Name { get; init; }

    /// <summary>The size of the problem; null for the ladder's own.</summary>
    public int? Size { get; init; }

    /// <summary>About how long the laps go on, beyond the first three.</summary>
    public double Seconds { get; init; } = 10;

    /// <summary>Threads of the rungs that share work.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>One of <see cref="Choices.Devices"/> for a GPU's ladder; null for the first that is here.</summary>
    public string? Device { get; init; }

    /// <summary>Whether the reader's own rung runs as well.</summary>
    public bool Exercise { get; init; }

    /// <summary>The file of the picture; null is <c>runs/kernels/LADDER.svg</c>.</summary>
    public string? Svg { get; init; }

    /// <summary>The file of the record; null for none.</summary>
    public string? Json { get; init; }

    /// <summary><see cref="Svg"/>, or its default.</summary>
    public string SvgOrDefault => Svg ?? Path.Combine("runs", "kernels", $"{Name}.svg");
}
