using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>The maximum over height and width: (N, H, W, C) to (N, C).</summary>
public sealed class GlobalMaxPool2d : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Shape.Rank == 4 && x.Shape[1] == x.Shape[2]
        ? x.MaxPool2d(x.Shape[1]).Flatten()
        : throw new ShapeException("global_max_pool2d", $"{x.Shape} holds no square images", "Give (N, H, W, C) with H = W");
}
