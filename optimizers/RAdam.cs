namespace Catapult.Optimizers;

/// <summary>
/// Rectified Adam (Liu et al. 2020): plain momentum until the second moment rests on enough gradients. A group's momentum is the first beta.
/// Epsilon stands outside of the root, before the bias correction (PyTorch's convention).
/// </summary>
public sealed class RAdam : RuleOptimizer<RAdamRule>
{
    /// <summary>RAdam over the given groups.</summary>
    public RAdam(IReadOnlyList<ParameterGroup> groups, RAdamOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq"], "RAdam", options ?? new())
    {
    }
}
