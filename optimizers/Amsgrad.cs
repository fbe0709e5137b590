namespace Catapult.Optimizers;

/// <summary>
/// The amsgrad form of Adam, and of AdamW when its decay is decoupled (Reddi, Kale and Kumar 2018): it divides by the largest second moment so far.
/// A group's momentum is the first beta.
/// </summary>
public sealed class Amsgrad : RuleOptimizer<AmsgradRule>
{
    /// <summary>Amsgrad over the given groups.</summary>
    public Amsgrad(IReadOnlyList<ParameterGroup> groups, AdamOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"], "Amsgrad", options ?? new())
    {
    }
}
