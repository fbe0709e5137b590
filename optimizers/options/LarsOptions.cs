namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Lars"/> beyond those of its groups; the defaults are the paper's.</summary>
/// <param name="Trust">The ratio of a step to the weights that it moves, at rate 1.</param>
/// <param name="Nesterov">Whether to look ahead along the momentum.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record LarsOptions(double Trust = 0.001, bool Nesterov = false, bool Maximize = false)
    : OptimizerOptions(WeightDecayMode.Coupled, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"trust {Trust}{(Nesterov ? ", Nesterov momentum" : "")}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c) => Fill(group, 1, c);

    /// <summary>The coefficients of <see cref="MomentumRule"/> for a tensor: the rate stands inside the velocity, times the tensor's ratio.</summary>
    internal void Coefficients(ParameterGroup group, double ratio, Span<double> c)
    {
        Descent.Fill(this, group, c);
        Fill(group, ratio, c);
    }

    private void Fill(ParameterGroup group, double ratio, Span<double> c)
    {
        double rate = group.LearningRate * ratio;
        (c[3], c[4]) = (group.Momentum, rate);
        (c[5], c[6]) = Nesterov ? (rate, group.Momentum) : (0, 1);
    }
}
