using BenchmarkDotNet.Attributes;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>A convolution and its two gradients, over the layers of small image networks.</summary>
public class Conv2dBenchmarks : Suite
{
    private DeviceBuffer x = null!, w = null!, y = null!, dx = null!, dw = null!, dy = null!;

    /// <summary>The values of <see cref="Layer"/>.</summary>
    public static IEnumerable<ConvolutionLayer> Layers =>
    [
        new(16, 16, Size: 32, Kernel: 3, Stride: 1),
        new(32, 32, Size: 16, Kernel: 3, Stride: 1),
        new(64, 64, Size: 8, Kernel: 3, Stride: 1),
        new(16, 32, Size: 32, Kernel: 3, Stride: 2),
        new(128, 128, Size: 16, Kernel: 3, Stride: 1),
        new(64, 128, Size: 16, Kernel: 1, Stride: 1),
    ];

    /// <summary>The shapes.</summary>
    [ParamsSource(nameof(Layers))]
    public ConvolutionLayer Layer { get; set; }

    /// <summary>2 N OH OW O KH KW C, for each of the three; taps in the padding count.</summary>
    public double GigaFlop => 2e-9 * Layer.Geometry.OutputShape.Size * Layer.Kernel * Layer.Kernel * Layer.InChannels;

    /// <summary>y from x and w.</summary>
    [Benchmark, Throughput("GFLOP", nameof(GigaFlop))]
    public void Forward() => Backend.Conv2d(Layer.Geometry, x, w, bias: null, y);

    /// <summary>dx from dy and w.</summary>
    [Benchmark, Throughput("GFLOP", nameof(GigaFlop))]
    public void InputGradient() => Backend.Conv2dInputGradient(Layer.Geometry, dy, w, dx);

    /// <summary>dw from x and dy.</summary>
    [Benchmark, Throughput("GFLOP", nameof(GigaFlop))]
    public void WeightGradient() => Backend.Conv2dWeightGradient(Layer.Geometry, x, dy, dw);

    /// <inheritdoc/>
    protected override void Prepare()
    {
        (int input, int weight, int output) = (Layer.Geometry.InputShape.Size, Layer.Geometry.WeightShape.Size, Layer.Geometry.OutputShape.Size);
        (x, w, y) = (Normal(input), Normal(weight), Normal(output));
        (dx, dw, dy) = (Normal(input), Normal(weight), Normal(output));
    }
}
