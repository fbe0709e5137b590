namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Lion"/> beyond those of its groups; the defaults are the paper's.</summary>
/// <param name="Beta2">The decay of the average that is kept; a group's momentum is the one that decides the sign.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record LionOptions(double Beta2 = 0.99, WeightDecayMode Decay = WeightDecayMode.Decoupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        Moments.Fill(group.Momentum, Beta2, step, c);
        c[7] = group.LearningRate;
    }
}
