namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Lamb"/> beyond those of its groups; the defaults are the paper's.</summary>
/// <param name="Beta2">The decay of the second moment.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="LargestRatio">Where the ratio of norms ends.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record LambOptions(double Beta2 = 0.999, double Epsilon = 1e-6, double LargestRatio = 10, bool Maximize = false)
    : OptimizerOptions(WeightDecayMode.Decoupled, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}, epsilon {Epsilon}, ratio at most {LargestRatio}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        (double unbias1, double unbias2) = Moments.Fill(group.Momentum, Beta2, step, c);
        (c[7], c[8]) = (1 / unbias1, 1 / unbias2);
        (c[9], c[10]) = (Epsilon, group.WeightDecay);
    }
}
