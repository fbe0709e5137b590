namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Adan"/> beyond those of its groups; the defaults are those of the paper's code, for a momentum of 0.98.</summary>
/// <param name="Beta2">The decay of the average change.</param>
/// <param name="Beta3">The decay of the second moment.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record AdanOptions(double Beta2 = 0.92, double Beta3 = 0.99, double Epsilon = 1e-8, bool Maximize = false)
    : OptimizerOptions(WeightDecayMode.Decoupled, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}, beta3 {Beta3}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        (c[3], c[4], c[5], c[6]) = (1 / (1 + group.LearningRate * group.WeightDecay), group.Momentum, Beta2, Beta3);
        c[7] = step == 1 ? 0 : 1;
        c[8] = group.LearningRate / (1 - Math.Pow(group.Momentum, step));
        c[9] = group.LearningRate * Beta2 / (1 - Math.Pow(Beta2, step));
        (c[10], c[11]) = (1 / (1 - Math.Pow(Beta3, step)), Epsilon);
    }
}
