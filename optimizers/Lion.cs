namespace Catapult.Optimizers;

/// <summary>
/// Lion (Chen et al. 2023, arXiv:2302.06675): every weight moves by the rate, in the direction of the sign of an average. A group's momentum is the first
/// beta. A good rate is three to ten times smaller than Adam's, and a good decay as much larger.
/// </summary>
public sealed class Lion : RuleOptimizer<LionRule>
{
    /// <summary>Lion over the given groups.</summary>
    public Lion(IReadOnlyList<ParameterGroup> groups, LionOptions? options = null)
        : base(groups, ["exp_avg"], "Lion", options ?? new())
    {
    }
}
