namespace Catapult.Optimizers;

/// <summary>
/// Stochastic gradient descent with momentum. A group's momentum may be 0. The first step takes the gradient undampened into the momentum (PyTorch's convention).
/// </summary>
public sealed class Sgd : RuleOptimizer<MomentumRule>
{
    /// <summary>SGD over the given groups.</summary>
    /// <exception cref="ArgumentException">Nesterov with dampening, which has no meaning.</exception>
    public Sgd(IReadOnlyList<ParameterGroup> groups, SgdOptions? options = null)
        : base(groups, ["momentum_buffer"], $"SGD: {options ?? new()}", (group, step, c) => Fill(options ?? new(), group, step, c))
    {
        if (options is { Nesterov: true, Dampening: not 0 }) throw new ArgumentException("Nesterov momentum allows no dampening; set one of them to its default.", nameof(options));
    }

    private static void Fill(SgdOptions options, ParameterGroup group, long step, Span<double> c)
    {
        double rate = group.LearningRate, momentum = group.Momentum, intake = step == 1 ? 1 : 1 - options.Dampening;
        bool inside = options.Form == MomentumForm.RateInside, coupled = options.Decay == WeightDecayMode.Coupled;
        c[0] = options.Maximize ? -1 : 1;
        c[1] = coupled ? group.WeightDecay : 0;
        c[2] = momentum;
        c[3] = inside ? rate * intake : intake;
        c[4] = coupled ? 1 : 1 - rate * group.WeightDecay;
        c[5] = options.Nesterov ? rate : 0;
        c[6] = (inside ? 1 : rate) * (options.Nesterov ? momentum : 1);
    }
}
