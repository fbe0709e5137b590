using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>The product of two square matrices.</summary>
/// <param name="Size">Rows and columns.</param>
public sealed record ProductWorkload(int Size) : Workload
{
    /// <inheritdoc/>
    public override string Name => $"gemm-{Size}";

    /// <inheritdoc/>
    public override string Unit => "GFLOP/s";

    /// <inheritdoc/>
    public override double Work => 1e-9 * Flops!.Value;

    /// <inheritdoc/>
    public override double? Flops => 2.0 * Size * Size * Size;

    /// <summary>Both factors read and the product written, once each.</summary>
    public override double? Bytes => 3.0 * sizeof(float) * Size * Size;

    /// <inheritdoc/>
    public override Action Prepare(Backend backend)
    {
        Tensor a = Normal(backend, [Size, Size], stream: 0), b = Normal(backend, [Size, Size], stream: 1);
        return () =>
        {
            using var scope = TensorScope.Open();
            Tensor.MatMul(a, b);
        };
    }
}
