using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>
/// Adaptive gradient clipping (Brock, De, Smith and Simonyan 2021, arXiv:2102.06171), for nets without normalization: the gradient of each output unit is at most
/// a share of that unit's weights, g = g min(1, ratio max(|w|, epsilon) / |g|). The units of a weight (O, ...) are its O slices; a vector is one unit a number.
/// The paper leaves the last layer out: clip the other parameters alone.
/// </summary>
public sealed record AdaptiveClip : GradientClipping
{
    private const double LeastGradient = 1e-6;

    /// <param name="ratio">The largest norm of a unit's gradient over that of its weights; 0.01 in the paper.</param>
    /// <param name="epsilon">The least norm that counts for weights, so that those of 0 can move.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive.</exception>
    public AdaptiveClip(double ratio = 0.01, double epsilon = 1e-3)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        (Ratio, Epsilon) = (ratio, epsilon);
    }

    /// <summary>The largest norm of a unit's gradient over that of its weights.</summary>
    public double Ratio { get; }

    /// <summary>The least norm that counts for weights.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    protected override Tensor Bounded(NamedParameter parameter, Tensor gradient, Lazy<double> norm)
    {
        int units = gradient.Shape[0];
        Tensor weights = Norms(parameter.Value, units).Clamp(Epsilon, double.PositiveInfinity), gradients = Norms(gradient, units).Clamp(LeastGradient, double.PositiveInfinity);
        Tensor factors = (weights * Ratio / gradients).Clamp(0, 1);
        return (gradient.Reshape(units, gradient.Length / units) * factors).Reshape(gradient.Shape);
    }

    private static Tensor Norms(Tensor tensor, int units) => tensor.Reshape(units, tensor.Length / units).Square().Sum([1], keepAxes: true).Sqrt();
}
