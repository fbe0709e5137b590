namespace Catapult.Optimizers;

/// <summary>Schedule-free AdamW (Defazio et al. 2024, arXiv:2405.15682); see <see cref="ScheduleFreeOptimizer{R}"/>. Weights decay at y, beside the adapted gradient.</summary>
public sealed class ScheduleFreeAdamW : ScheduleFreeOptimizer<ScheduleFreeAdamRule>
{
    /// <summary>Schedule-free AdamW over the given groups.</summary>
    public ScheduleFreeAdamW(IReadOnlyList<ParameterGroup> groups, ScheduleFreeAdamWOptions? options = null)
        : base(groups, ["z_minus_y", "exp_avg_sq"], "Schedule-free AdamW", options ?? new())
    {
    }
}
