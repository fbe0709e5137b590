using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>Every element of the gradients brought between minus a bound and the bound.</summary>
public sealed record ClipByValue : GradientClipping
{
    /// <param name="largest">The largest magnitude of an element.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public ClipByValue(double largest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(largest);
        Largest = largest;
    }

    /// <summary>The largest magnitude.</summary>
    public double Largest { get; }

    /// <inheritdoc/>
    protected override Tensor Bounded(NamedParameter parameter, Tensor gradient, Lazy<double> norm) => gradient.Clamp(-Largest, Largest);
}
