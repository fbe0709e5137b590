namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="AdaBelief"/> beyond those of its groups; the defaults are those of the authors' code.</summary>
/// <param name="Beta2">The decay of the second average.</param>
/// <param name="Epsilon">Keeps the denominator away from 0, in it and beside it.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record AdaBeliefOptions(
    double Beta2 = 0.999, double Epsilon = 1e-16, WeightDecayMode Decay = WeightDecayMode.Decoupled, bool Maximize = false)
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
