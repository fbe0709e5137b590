namespace Catapult.Optimizers;

/// <summary>
/// RMSprop over the variance of the gradient (Graves 2013) instead of its second moment, with a group's momentum, which may be 0.
/// Epsilon stands outside of the root, and the rate outside of the momentum (PyTorch's conventions).
/// </summary>
public sealed class CenteredRmsprop : RuleOptimizer<CenteredRmspropRule>
{
    /// <summary>Centered RMSprop over the given groups.</summary>
    public CenteredRmsprop(IReadOnlyList<ParameterGroup> groups, RmspropOptions? options = null)
        : base(groups, ["square_avg", "momentum_buffer", "grad_avg"], "Centered RMSprop", options ?? new())
    {
    }
}
