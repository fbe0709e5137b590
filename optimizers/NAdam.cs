namespace Catapult.Optimizers;

/// <summary>
/// Adam with Nesterov's look-ahead (Dozat 2016). A group's momentum is the first beta. Where that is cycled, the product of the momenta
/// is that of the present beta, as in Adam's bias correction, and not that of its past values, as in PyTorch.
/// </summary>
public sealed class NAdam : RuleOptimizer<NAdamRule>
{
    /// <summary>NAdam over the given groups.</summary>
    public NAdam(IReadOnlyList<ParameterGroup> groups, NAdamOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq"], "NAdam", options ?? new())
    {
    }
}
