namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Adagrad"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="RateDecay">Divides the rate of step t = 1, 2, ... by 1 + (t - 1) times this; decoupled decay goes by the undivided rate.</param>
/// <param name="InitialAccumulator">What the sum of squares starts from.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record AdagradOptions(
    double RateDecay = 0, double InitialAccumulator = 0, double Epsilon = 1e-10,
    WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant(
        $"rate decay {RateDecay}, initial accumulator {InitialAccumulator}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c) =>
        (c[3], c[4]) = (group.LearningRate / (1 + (step - 1) * RateDecay), Epsilon);
}
