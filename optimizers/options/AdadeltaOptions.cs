namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="Adadelta"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="Rho">The decay of the moving averages.</param>
/// <param name="Epsilon">Keeps the denominator away from 0 and gets the first step going.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record AdadeltaOptions(
    double Rho = 0.9, double Epsilon = 1e-6, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"rho {Rho}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        (c[3], c[4]) = (Rho, 1 - Rho);
        (c[5], c[6]) = (group.LearningRate, Epsilon);
    }
}
