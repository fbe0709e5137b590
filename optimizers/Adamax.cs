namespace Catapult.Optimizers;

/// <summary>
/// Adamax (Kingma and Ba 2015): Adam under the infinity norm. A group's momentum is the first beta.
/// Epsilon is added to the absolute gradient (PyTorch's convention).
/// </summary>
public sealed class Adamax : RuleOptimizer<AdamaxRule>
{
    /// <summary>Adamax over the given groups.</summary>
    public Adamax(IReadOnlyList<ParameterGroup> groups, AdamaxOptions? options = null)
        : base(groups, ["exp_avg", "exp_inf"], "Adamax", options ?? new())
    {
    }
}
