namespace Catapult.Optimizers;

/// <summary>Schedule-free SGD (Defazio et al. 2024, arXiv:2405.15682); see <see cref="ScheduleFreeOptimizer{R}"/>. Its rates are larger than those of SGD with momentum.</summary>
public sealed class ScheduleFreeSgd : ScheduleFreeOptimizer<ScheduleFreeRule>
{
    /// <summary>Schedule-free SGD over the given groups.</summary>
    public ScheduleFreeSgd(IReadOnlyList<ParameterGroup> groups, ScheduleFreeSgdOptions? options = null)
        : base(groups, ["z_minus_y"], "Schedule-free SGD", options ?? new())
    {
    }
}
