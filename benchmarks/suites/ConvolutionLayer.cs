using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>A convolution layer of 64 square images, padded so that only the stride shrinks them.</summary>
public readonly record struct ConvolutionLayer(int InChannels, int OutChannels, int Size, int Kernel, int Stride)
{
    /// <summary>The shapes in full.</summary>
    public Conv2dGeometry Geometry =>
        new(Batch: 64, Size, Size, InChannels, OutChannels, Kernel, Kernel, Stride, Stride, PadHeight: Kernel / 2, PadWidth: Kernel / 2);

    /// <summary>The layer in a word, as the table shows it.</summary>
    public override string ToString() => $"{Kernel}x{Kernel}s{Stride} {InChannels}-{OutChannels} {Size}x{Size}";
}
