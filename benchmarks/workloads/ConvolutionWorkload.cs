using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>A convolution and its gradients by images and weights, through the engine.</summary>
/// <param name="Layer">The shapes.</param>
public sealed record ConvolutionWorkload(ConvolutionLayer Layer) : Workload
{
    private const int Products = 3;

    /// <inheritdoc/>
    public override string Name =>
        $"conv{Layer.Kernel}x{Layer.Kernel}s{Layer.Stride}-{Layer.InChannels}-{Layer.OutChannels}-{Layer.Size}-b{Layer.Geometry.Batch}-fwdbwd";

    /// <inheritdoc/>
    public override string Unit => "GFLOP/s";

    /// <inheritdoc/>
    public override double Work => 1e-9 * Flops!.Value;

    /// <summary>Those of the plain convolution: one that needs fewer, as Winograd's does, may pass the roof.</summary>
    public override double? Flops => Products * Layer.Flops;

    /// <summary>Each of the three products touches one array of each shape, images, weights and output, once: it reads two and writes the third.</summary>
    public override double? Bytes =>
        (double)Products * sizeof(float) * (Layer.Geometry.InputShape.Size + Layer.Geometry.WeightShape.Size + Layer.Geometry.OutputShape.Size);

    /// <inheritdoc/>
    public override Action Prepare(Backend backend)
    {
        Conv2dGeometry geometry = Layer.Geometry;
        Tensor x = Normal(backend, geometry.InputShape, stream: 0), w = Normal(backend, geometry.WeightShape, stream: 1);
        Tensor dy = Normal(backend, geometry.OutputShape, stream: 2);
        x.RequiresGrad = w.RequiresGrad = true;
        return () =>
        {
            using var scope = TensorScope.Open();
            x.ZeroGrad();
            w.ZeroGrad();
            x.Conv2d(w, stride: geometry.StrideHeight, padding: geometry.PadHeight).Backward(dy);
        };
    }
}
