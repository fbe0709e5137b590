namespace Catapult.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015), and AdamW (Loshchilov and Hutter 2019) when its decay is decoupled. A group's momentum is the first beta.
/// Epsilon stands outside of the root, behind the bias correction (PyTorch's convention).
/// </summary>
public sealed class Adam : RuleOptimizer<AdamRule>
{
    /// <summary>Adam over the given groups.</summary>
    public Adam(IReadOnlyList<ParameterGroup> groups, AdamOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq"], $"Adam: {options ?? new()}", (group, step, c) => Fill(options ?? new(), group, step, c))
    {
    }

    private static void Fill(AdamOptions options, ParameterGroup group, long step, Span<double> c)
    {
        double rate = group.LearningRate, b1 = group.Momentum, b2 = options.Beta2;
        bool coupled = options.Decay == WeightDecayMode.Coupled;
        c[0] = options.Maximize ? -1 : 1;
        c[1] = coupled ? group.WeightDecay : 0;
        (c[2], c[3], c[4], c[5]) = (b1, 1 - b1, b2, 1 - b2);
        c[6] = coupled ? 1 : 1 - rate * group.WeightDecay;
        c[7] = rate / (1 - Math.Pow(b1, step));
        c[8] = 1 / (1 - Math.Pow(b2, step));
        c[9] = options.Epsilon;
    }
}
