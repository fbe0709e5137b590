using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>The options of <c>catapult experiment</c>.</summary>
public sealed record ExperimentOptions : CommandOptions
{
    /// <summary>The experiment; null where none was named.</summary>
    public string? Name { get; init; }

    /// <summary>Whether to list the experiments instead of running one.</summary>
    public bool List { get; init; }

    /// <summary>One of <see cref="Choices.ExperimentScales"/>.</summary>
    public string Scale { get; init; } = "cpu";

    /// <summary>Folder of the experiment's data set; null is the data set's own.</summary>
    public string? DataFolder { get; init; }

    /// <summary>One of <see cref="Choices.Optimizers"/>, which stands in the place of every optimizer of the experiment; null for its own.</summary>
    public string? Optimizer { get; init; }

    /// <summary>What every rate of the experiment is multiplied by.</summary>
    public double LearningRateFactor { get; init; } = 1;

    /// <summary>One of <see cref="Choices.Devices"/>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Threads of the whole experiment.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Seed of every random number.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Folder for the results; null is <see cref="OutOrDefault"/>.</summary>
    public string? Out { get; init; }

    /// <summary>Whether to print the verdict only.</summary>
    public bool Quiet { get; init; }

    /// <summary><see cref="Out"/>, or <c>runs/experiments/&lt;name&gt;-&lt;scale&gt;</c>, where a stopped sweep is found again.</summary>
    public string OutOrDefault => Out ?? Path.Combine("runs", "experiments", Optimizer is null ? $"{Name}-{Scale}" : $"{Name}-{Scale}-{Optimizer}");

    /// <inheritdoc/>
    public override void Check()
    {
        if (Name is null != List) throw new InputException("Name one experiment, or give --list to see them all: catapult experiment NAME.");
    }
}
