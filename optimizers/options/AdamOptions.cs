namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Adam"/> and <see cref="Amsgrad"/> beyond those of their groups; the defaults are PyTorch's.</summary>
/// <param name="Beta2">The decay of the second moment.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Decay">Coupled is Adam with L2, decoupled is AdamW.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record AdamOptions(
    double Beta2 = 0.999, double Epsilon = 1e-8, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        (double unbias1, double unbias2) = Moments.Fill(group.Momentum, Beta2, step, c);
        c[7] = group.LearningRate / unbias1;
        c[8] = 1 / unbias2;
        c[9] = Epsilon;
    }
}
