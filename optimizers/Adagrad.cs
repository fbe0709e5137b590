namespace Catapult.Optimizers;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer 2011). A group's momentum has no meaning here. Epsilon stands outside of the root (PyTorch's convention).
/// </summary>
public sealed class Adagrad : RuleOptimizer<AdagradRule>
{
    /// <summary>Adagrad over the given groups.</summary>
    public Adagrad(IReadOnlyList<ParameterGroup> groups, AdagradOptions? options = null)
        : base(groups, [new StateSlot("sum", (options ?? new()).InitialAccumulator)], "Adagrad", options ?? new())
    {
    }
}
