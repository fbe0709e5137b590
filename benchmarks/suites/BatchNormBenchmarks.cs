using BenchmarkDotNet.Attributes;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>Batch normalization with a rectifier behind it, over 4M numbers, which no cache holds.</summary>
public class BatchNormBenchmarks : Suite
{
    private const int Length = 1 << 22;

    private DeviceBuffer y = null!, dy = null!;
    private BatchNormOperands operands;
    private BatchNormGradients gradients;

    /// <summary>Channels; there are as many rows as fill the length.</summary>
    [Params(16, 64)]
    public int Channels { get; set; }

    /// <summary>Reads x for the statistics, reads it again and writes y.</summary>
    public double ForwardGigabytes => Gigabytes(passes: 3);

    /// <summary>Reads x and dy for the sums, reads them again and writes dx.</summary>
    public double BackwardGigabytes => Gigabytes(passes: 5);

    private BatchNormGeometry Geometry => new(Length / Channels, Channels, Epsilon: 1e-5);

    /// <summary>Statistics of the batch, normalization and rectifier.</summary>
    [Benchmark, Throughput("GB", nameof(ForwardGigabytes))]
    public void Forward()
    {
        Backend.ChannelMoments(Geometry.Rows, Channels, operands.X, operands.Mean, operands.Variance);
        Backend.BatchNorm(Geometry, new Relu(), operands, y);
    }

    /// <summary>The gradients by x, gamma and beta.</summary>
    [Benchmark, Throughput("GB", nameof(BackwardGigabytes))]
    public void Backward() => Backend.BatchNormBackward(Geometry, new ReluSlope(), operands, frozen: false, dy, gradients);

    /// <inheritdoc/>
    protected override void Prepare()
    {
        (y, dy) = (Normal(Length), Normal(Length));
        operands = new(Normal(Length), Residual: null, Normal(Channels), Normal(Channels), Normal(Channels), Normal(Channels));
        gradients = new(Normal(Length), Residual: null, Normal(Channels), Normal(Channels));
        Forward();
    }

    private static double Gigabytes(int passes) => 1e-9 * sizeof(float) * Length * passes;
}
