using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>What a training run does beside its model, optimizer and data.</summary>
public sealed record TrainingPlan
{
    /// <summary>The steps of the whole run.</summary>
    public required long TotalSteps { get; init; }

    /// <summary>One schedule for all groups of the optimizer, or one a group, in order.</summary>
    public required IReadOnlyList<GroupSchedule> Schedules { get; init; }

    /// <summary>The share of the target that is spread evenly over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>What bounds the gradients; null for nothing.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>
    /// Batches whose gradients are averaged before a step (gradient accumulation): one step of n batches is a step of one batch n times as large, in the memory of
    /// one, but for batch normalization, which sees the small ones.
    /// </summary>
    public int BatchesPerStep { get; init; } = 1;
}
