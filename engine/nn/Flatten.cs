namespace Catapult.Engine;

/// <summary>(N, ...) to (N, product).</summary>
public sealed class Flatten : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Flatten();
}
