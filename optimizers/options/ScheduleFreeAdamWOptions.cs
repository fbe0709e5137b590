namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="ScheduleFreeAdamW"/> beyond those of its groups; the defaults are those of the paper's code.</summary>
/// <param name="Beta2">The decay of the second moment.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record ScheduleFreeAdamWOptions(double Beta2 = 0.999, double Epsilon = 1e-8, bool Maximize = false) : OptimizerOptions(WeightDecayMode.Decoupled, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}, epsilon {Epsilon}, average weighted by the square of the largest rate");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c) =>
        (c[6], c[7], c[8], c[9]) = (Beta2, 1 / (1 - Math.Pow(Beta2, step)), Epsilon, group.WeightDecay);
}
