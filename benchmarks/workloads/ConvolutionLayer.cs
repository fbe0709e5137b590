using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>A convolution layer of square images, padded so that only the stride shrinks them.</summary>
public readonly record struct ConvolutionLayer(int InChannels, int OutChannels, int Size, int Kernel, int Stride, int Images = 64)
{
    /// <summary>Layers of small image networks.</summary>
    public static IReadOnlyList<ConvolutionLayer> Typical { get; } =
    [
        new(16, 16, Size: 32, Kernel: 3, Stride: 1),
        new(32, 32, Size: 16, Kernel: 3, Stride: 1),
        new(64, 64, Size: 8, Kernel: 3, Stride: 1),
        new(16, 32, Size: 32, Kernel: 3, Stride: 2),
        new(128, 128, Size: 16, Kernel: 3, Stride: 1),
        new(64, 128, Size: 16, Kernel: 1, Stride: 1),
    ];

    /// <summary>The shapes in full.</summary>
    public Conv2dGeometry Geometry =>
        new(Images, Size, Size, InChannels, OutChannels, Kernel, Kernel, Stride, Stride, PadHeight: Kernel / 2, PadWidth: Kernel / 2);

    /// <summary>2 N OH OW O KH KW C, for the forward pass and for each of the two gradients; taps in the padding count.</summary>
    public double Flops => 2.0 * Geometry.OutputShape.Size * Kernel * Kernel * InChannels;

    /// <summary>The layer in a word, as the table shows it.</summary>
    public override string ToString() => $"{Kernel}x{Kernel}s{Stride} {InChannels}-{OutChannels} {Size}x{Size}";
}
