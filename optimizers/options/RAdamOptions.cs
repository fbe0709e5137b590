namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="RAdam"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="Beta2">The decay of the second moment.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record RAdamOptions(
    double Beta2 = 0.999, double Epsilon = 1e-8, WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <summary>The length of the average from which on the second moment is trusted; the paper's 4 in theory, PyTorch's 5 in practice.</summary>
    private const double ShortestAverage = 5;

    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant($"beta2 {Beta2}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        (double unbias1, double unbias2) = Moments.Fill(group.Momentum, Beta2, step, c);
        double longest = 2 / (1 - Beta2) - 1, length = longest - 2 * step * (1 - unbias2) / unbias2;
        bool adapts = length > ShortestAverage;
        c[7] = group.LearningRate / unbias1 * (adapts ? Math.Sqrt(unbias2) * Rectification(length, longest) : 1);
        (c[8], c[9]) = adapts ? (1, Epsilon) : (0, 1);
    }

    private static double Rectification(double length, double longest) =>
        Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
}
