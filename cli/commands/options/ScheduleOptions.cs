using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>The options of <c>catapult schedule</c>.</summary>
public sealed record ScheduleOptions : CommandOptions
{
    /// <summary>One of <see cref="Choices.Schedules"/>.</summary>
    public string? Name { get; init; }

    /// <summary>One of <see cref="Choices.Presets"/>: whose 1cycle.</summary>
    public string Preset { get; init; } = "torch";

    /// <summary>The highest rate.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>Steps of the run.</summary>
    public long Steps { get; init; } = 1000;

    /// <summary>Steps of an epoch, of which cycles are made.</summary>
    public int StepsPerEpoch { get; init; } = 100;

    /// <summary>The file of the picture; null for none.</summary>
    public string? Svg { get; init; }

    /// <inheritdoc/>
    public override void Check()
    {
        if (Name is null || !Choices.Schedules.Contains(Name))
            throw new InputException($"{(Name is null ? "Name a schedule" : $"There is no schedule '{Name}'{NearestName.Suggestion(Name, Choices.Schedules)}")}; the schedules are {string.Join(", ", Choices.Schedules)}.");
        if (Name != "one-cycle" && Given.Contains("--preset"))
            throw new InputException($"--preset belongs to one-cycle and means nothing to {Name}: leave it out.");
    }
}
