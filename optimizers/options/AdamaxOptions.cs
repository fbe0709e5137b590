namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Adamax"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="Beta2">The decay of the largest gradient.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record AdamaxOptions(
    double Beta2 = 0.999, double Epsilon = 1e-8, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        double b1 = group.Momentum;
        (c[3], c[4], c[5]) = (b1, 1 - b1, Beta2);
        c[6] = group.LearningRate / (1 - Math.Pow(b1, step));
        c[7] = Epsilon;
    }
}
