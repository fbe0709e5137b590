namespace Catapult.Engine;

/// <summary>x times a constant.</summary>
public sealed class Scaled(double factor) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x * factor;
}
