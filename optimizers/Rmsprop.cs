namespace Catapult.Optimizers;

/// <summary>
/// RMSprop (Tieleman and Hinton 2012) with a group's momentum, which may be 0.
/// Epsilon stands outside of the root, and the rate outside of the momentum (PyTorch's conventions).
/// </summary>
public sealed class Rmsprop : RuleOptimizer<RmspropRule>
{
    /// <summary>RMSprop over the given groups.</summary>
    public Rmsprop(IReadOnlyList<ParameterGroup> groups, RmspropOptions? options = null)
        : base(groups, ["square_avg", "momentum_buffer"], "RMSprop", options ?? new())
    {
    }
}
