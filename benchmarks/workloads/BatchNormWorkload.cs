using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>Batch normalization in training with a rectifier behind it, and the gradients by images, scale and shift.</summary>
/// <param name="Batch">Images; the peer's name does not tell them.</param>
/// <param name="Size">Rows and columns of an image.</param>
public sealed record BatchNormWorkload(int Batch, int Size = BatchNormWorkload.PeerSize) : Workload
{
    /// <summary>Rows and columns of an image, as the peer has them.</summary>
    public const int PeerSize = 32;

    private const int Channels = 64;

    /// <inheritdoc/>
    public override string Name => $"bn-relu-{Channels}x{Size}x{Size}-fwdbwd";

    /// <inheritdoc/>
    public override string Unit => "GB/s";

    /// <inheritdoc/>
    public override double Work => 1e-9 * Bytes!.Value;

    /// <summary>Forward reads the images for the statistics, reads them again and writes the result; backward reads images and gradient twice and writes one.</summary>
    public override double? Bytes => 8.0 * sizeof(float) * Batch * Size * Size * Channels;

    /// <inheritdoc/>
    public override Action Prepare(Backend backend)
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
