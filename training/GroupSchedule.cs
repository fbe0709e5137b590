using Catapult.Schedules;

namespace Catapult.Training;

/// <summary>The learning rate of a parameter group over the steps, and its momentum where that moves too.</summary>
public sealed record GroupSchedule(Schedule LearningRate, Schedule? Momentum = null)
{
    /// <summary>The two schedules of a 1cycle policy.</summary>
    public static implicit operator GroupSchedule(OneCycle policy) => new(policy.LearningRate, policy.Momentum);
}
