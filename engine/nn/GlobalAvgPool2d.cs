namespace Catapult.Engine;

/// <summary>The mean over height and width: (N, H, W, C) to (N, C).</summary>
public sealed class GlobalAvgPool2d : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.GlobalAveragePool2d();
}
