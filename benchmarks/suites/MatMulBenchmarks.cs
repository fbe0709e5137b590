using BenchmarkDotNet.Attributes;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>The product of two square matrices, stored as they are or transposed.</summary>
public class MatMulBenchmarks : Suite
{
    private DeviceBuffer a = null!, b = null!, y = null!;

    /// <summary>Rows and columns.</summary>
    [Params(256, 512, 1024)]
    public int Size { get; set; }

    /// <summary>2 n^3.</summary>
    public double GigaFlop => 2e-9 * Size * Size * Size;

    /// <summary>y = a b.</summary>
    [Benchmark, Throughput("GFLOP", nameof(GigaFlop))]
    public void Plain() => Multiply(transposeA: false, transposeB: false);

    /// <summary>y = aᵀ b, the weight gradient of a linear layer.</summary>
    [Benchmark, Throughput("GFLOP", nameof(GigaFlop))]
    public void TransposedA() => Multiply(transposeA: true, transposeB: false);

    /// <summary>y = a bᵀ, the forward pass of a linear layer.</summary>
    [Benchmark, Throughput("GFLOP", nameof(GigaFlop))]
    public void TransposedB() => Multiply(transposeA: false, transposeB: true);

    /// <inheritdoc/>
    protected override void Prepare() => (a, b, y) = (Normal(Size * Size), Normal(Size * Size), Normal(Size * Size));

    private void Multiply(bool transposeA, bool transposeB) =>
        Backend.MatMul(new(Batch: 1, Size, Size, Size, transposeA, transposeB, BatchStrideA: 0, BatchStrideB: 0), a, b, y);
}
