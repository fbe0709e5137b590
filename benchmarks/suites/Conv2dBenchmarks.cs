using BenchmarkDotNet.Attributes;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>A convolution and its two gradients, over the layers of small image networks.</summary>
public class Conv2dBenchmarks : Suite
{
    private DeviceBuffer x = null!, w = null!, y = null!, dx = null!, dw = null!, dy = null!;

    /// <summary>The values of <see cref="Layer"/>.</summary>
    public static IEnumerable<ConvolutionLayer> Layers => ConvolutionLayer.Typical;

    /// <summary>The shapes.</summary>
    [ParamsSource(nameof(Layers))]
    public ConvolutionLayer Layer { get; set; }

    /// <summary>The same for each of the three.</summary>
    public double GigaFlop => 1e-9 * Layer.Flops;

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
