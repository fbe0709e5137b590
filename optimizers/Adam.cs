namespace Catapult.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015), and AdamW (Loshchilov and Hutter 2019) when its decay is decoupled. A group's momentum is the first beta.
/// Epsilon stands outside of the root, behind the bias correction (PyTorch's convention).
/// </summary>
public sealed class Adam : RuleOptimizer<AdamRule>
{
    /// <summary>Adam over the given groups.</summary>
    public Adam(IReadOnlyList<ParameterGroup> groups, AdamOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq"], "Adam", options ?? new())
    {
    }
}
