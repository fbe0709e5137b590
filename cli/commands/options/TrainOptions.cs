using System.Text.Json.Serialization;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Cli;

/// <summary>The options of <c>catapult train</c>.</summary>
public sealed record TrainOptions : RunOptions
{
    /// <summary>One of <see cref="Choices.Schedules"/>.</summary>
    public string Schedule { get; init; } = "one-cycle";

    /// <summary>One of <see cref="Choices.Presets"/>; shapes <c>one-cycle</c> only.</summary>
    public string Preset { get; init; } = "torch";

    /// <summary>Highest learning rate of the schedule, above 0; null takes it from the range test.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Passes over the training images; null, with <see cref="Steps"/> null too, is <see cref="EpochsOrDefault"/>.</summary>
    public int? Epochs { get; init; }

    /// <summary>Length of the run in steps, instead of <see cref="Epochs"/>.</summary>
    public long? Steps { get; init; }

    /// <summary>Step after which the run stops with a checkpoint, its schedule unchanged; null runs to the end.</summary>
    public long? StopAfter { get; init; }

    /// <summary>Batches whose gradients are averaged before a step, at least 1.</summary>
    public int Accumulate { get; init; } = 1;

    /// <summary>The largest global norm of the gradients; null for no bound.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>Steps from one look at the layers to the next; null for about twenty looks in a run.</summary>
    public int? Trace { get; init; }

    /// <summary>Steps from one sharpness to the next; null for none.</summary>
    public int? Sharpness { get; init; }

    /// <summary>Images that a step sees.</summary>
    [JsonIgnore]
    public long ImagesPerStep => (long)BatchSize * Accumulate;

    /// <summary>Steps that an epoch of a loader makes.</summary>
    public int StepsPerEpoch(DataLoader loader) => Math.Max(1, loader.StepsPerEpoch / Accumulate);

    /// <summary>What bounds the gradients, if anything.</summary>
    [JsonIgnore]
    public GradientClipping? Clipping => ClipNorm is { } largest ? new ClipByNorm(largest) : null;

    /// <summary><see cref="Epochs"/>, or the dataset's own (<see cref="DatasetDefaults"/>); unused with <see cref="Steps"/>.</summary>
    [JsonIgnore]
    public int EpochsOrDefault => Epochs ?? DatasetDefaults.Of(Dataset).Epochs;

    /// <inheritdoc/>
    public override void Check()
    {
        base.Check();
        if (Epochs is not null && Steps is not null)
            throw new InputException($"--epochs {Epochs} and --steps {Steps} exclude each other: give one of them.");
        if (Schedule != "one-cycle" && Given.Contains("--preset"))
            throw new InputException($"--preset {Preset} shapes --schedule one-cycle only, not {Schedule}: leave one of the two out.");
    }
}
