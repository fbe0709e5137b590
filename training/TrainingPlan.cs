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

    /// <summary>The largest global norm of the gradients; null for no clipping.</summary>
    public double? ClipNorm { get; init; }
}
