namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Sophia"/> beyond those of its groups; the defaults are the paper's, for a momentum of 0.96.</summary>
/// <param name="Beta2">The decay of the average of curvatures.</param>
/// <param name="Gamma">Multiplies the curvature; the smaller, the more weights are clipped.</param>
/// <param name="Every">Steps from one estimate to the next.</param>
/// <param name="Epsilon">The least curvature.</param>
/// <param name="Seed">Decides the directions of the estimates.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record SophiaOptions(
    double Beta2 = 0.99, double Gamma = 0.01, int Every = 10, double Epsilon = 1e-12, ulong Seed = 1, WeightDecayMode Decay = WeightDecayMode.Decoupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}, gamma {Gamma}, curvature every {Every} steps, epsilon {Epsilon}, seed {Seed}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c) =>
        (c[3], c[4], c[5], c[6]) = (group.Momentum, group.LearningRate, Gamma, Epsilon);
}
