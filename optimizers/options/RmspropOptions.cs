namespace Catapult.Optimizers;

/// <summary>
/// The settings of <see cref="Rmsprop"/> and <see cref="CenteredRmsprop"/> beyond those of their groups; the defaults are PyTorch's.
/// </summary>
/// <param name="Alpha">The decay of the moving averages.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record RmspropOptions(
    double Alpha = 0.99, double Epsilon = 1e-8, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"alpha {Alpha}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        (c[3], c[4], c[5]) = (Alpha, 1 - Alpha, group.Momentum);
        (c[6], c[7]) = (group.LearningRate, Epsilon);
    }
}
