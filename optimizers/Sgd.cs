namespace Catapult.Optimizers;

/// <summary>
/// Stochastic gradient descent with momentum. A group's momentum may be 0. The first step takes the gradient undampened into the momentum (PyTorch's convention).
/// </summary>
public sealed class Sgd : RuleOptimizer<MomentumRule>
{
    /// <summary>SGD over the given groups.</summary>
    /// <exception cref="ArgumentException">Nesterov with dampening, which has no meaning.</exception>
    public Sgd(IReadOnlyList<ParameterGroup> groups, SgdOptions? options = null)
        : base(groups, ["momentum_buffer"], "SGD", options ?? new())
    {
        if (options is { Nesterov: true, Dampening: not 0 }) throw new ArgumentException("Nesterov momentum allows no dampening; set one of them to its default.", nameof(options));
    }
}
