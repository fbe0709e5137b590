namespace Catapult.Optimizers;

/// <summary>
/// AdaBelief (Zhuang et al. 2020, arXiv:2010.07468): Adam whose steps shrink where gradients differ from their average, not where they are large. A group's
/// momentum is the first beta.
/// </summary>
public sealed class AdaBelief : RuleOptimizer<AdaBeliefRule>
{
    /// <summary>AdaBelief over the given groups.</summary>
    public AdaBelief(IReadOnlyList<ParameterGroup> groups, AdaBeliefOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_var"], "AdaBelief", options ?? new())
    {
    }
}
