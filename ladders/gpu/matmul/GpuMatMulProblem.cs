using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>y (M, N) = a (M, K) b (K, N) in a GPU's memory, all row-major.</summary>
internal sealed class GpuMatMulProblem : GpuProblem
{
    private readonly DeviceBuffer a, b, y;
    private KernelSet? rounding;

    public GpuMatMulProblem(GpuBackend backend, int m, int n, int k) : base(backend)
    {
        (M, N, K) = (m, n, k);
        (a, b, y) = (Normal(m * k), Normal(k * n), Empty(m * n));
    }

    public int M { get; }

    public int N { get; }

    public int K { get; }

    public ArrayView<float> A => View(a);

    public ArrayView<float> B => View(b);

    public ArrayView<float> Y => View(y);

    public override string Shape => $"({M}, {K}) x ({K}, {N})";

    /// <summary>Whether all rows begin and end at multiples of four elements, which one instruction loads.</summary>
    public bool IsWide => N % Pack4<float>.Count == 0 && K % Pack4<float>.Count == 0;

    protected override double Roundings => SumRoundings(K);

    private MatMulGeometry Geometry => new(Batch: 1, M, N, K, TransposeA: false, TransposeB: false, BatchStrideA: 0, BatchStrideB: 0);

    /// <summary>The engine's own kernel, exactly.</summary>
    public void Multiply() => Engine.MatMul(Geometry, a, b, y);

    /// <summary>The engine's own kernel, on tensor cores where there are any: they round their operands.</summary>
    public void MultiplyRounded() => (rounding ??= Engine.CreateSingles(Precision.TF32)).MatMul(Geometry, a, b, y);

    public override void Restore() => Engine.Fill(y, double.NaN);

    public override float[] Results() => Read(y);

    protected override double[] Expected() => Specify(Read(a), Read(b));

    protected override double[] Magnitudes(double[] expected) => Specify(Absolute(Read(a)), Absolute(Read(b)));

    private double[] Specify(float[] left, float[] right) =>
        Specify(M * N, (reference, operand, results) => reference.MatMul(Geometry, operand(left), operand(right), results));
}
