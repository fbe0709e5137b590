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
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        (c[3], c[4]) = (group.Momentum, group.LearningRate);
        (c[5], c[6]) = Nesterov ? (group.LearningRate, group.Momentum) : (0, 1);
    }

    /// <summary>Multiplies the rate in the coefficients of <see cref="MomentumRule"/>, where it stands inside the velocity and in the look-ahead.</summary>
    internal static void ScaleRate(double ratio, Span<double> c) => (c[4], c[5]) = (ratio * c[4], ratio * c[5]);
}
