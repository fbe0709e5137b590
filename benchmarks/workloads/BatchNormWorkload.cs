using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>Batch normalization in training with a rectifier behind it, and the gradients by images, scale and shift.</summary>
public sealed record BatchNormWorkload : Workload
{
    private const int Batch = 64, Channels = 64, Size = 32;

    /// <inheritdoc/>
    public override string Name => $"bn-relu-{Channels}x{Size}x{Size}-fwdbwd";

    /// <inheritdoc/>
    public override string Unit => "GB/s";

    /// <inheritdoc/>
    public override double Work => 1e-9 * Bytes!.Value;

    /// <summary>Forward reads the images for the statistics, reads them again and writes the result; backward reads images and gradient twice and writes one.</summary>
    public override double? Bytes => 8.0 * sizeof(float) * Batch * Size * Size * Channels;

    /// <inheritdoc/>
    public override Action Prepare(CpuBackend backend)
    {
        Tensor x = Normal(backend, [Batch, Size, Size, Channels], stream: 0), dy = Normal(backend, [Batch, Size, Size, Channels], stream: 1);
        x.RequiresGrad = true;
        var norm = new BatchNorm2d(new ParameterFactory(backend), Channels);
        return () =>
        {
            using var scope = TensorScope.Open();
            x.ZeroGrad();
            norm.ZeroGrad();
            norm.ForwardRelu(x).Backward(dy);
        };
    }
}
