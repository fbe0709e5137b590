using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>All gradients times the same factor, so that their global norm is at most a bound (Pascanu, Mikolov and Bengio 2013).</summary>
public sealed record ClipByNorm : GradientClipping
{
    /// <param name="largest">The largest norm.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public ClipByNorm(double largest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(largest);
        Largest = largest;
    }

    /// <summary>The largest norm.</summary>
    public double Largest { get; }

    /// <inheritdoc/>
    protected override Tensor? Bounded(NamedParameter parameter, Tensor gradient, Lazy<double> norm) =>
        norm.Value <= Largest ? null : gradient * (Largest / norm.Value);
}
