using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>y (M, N) = a (M, K) b (K, N), all row-major.</summary>
internal sealed unsafe class MatMulProblem : CpuProblem
{
    private readonly DeviceBuffer a, b, y;

    public MatMulProblem(CpuBackend engine, int m, int n, int k) : base(engine)
    {
        (M, N, K) = (m, n, k);
        (a, b, y) = (Normal(m * k), Normal(k * n), Empty(m * n));
    }

    /// <summary>Rows of a and y.</summary>
    public int M { get; }

    /// <summary>Columns of b and y.</summary>
    public int N { get; }

    /// <summary>Columns of a and rows of b: the length of the sums.</summary>
    public int K { get; }

    public float* A => At(a);

    public float* B => At(b);

    public float* Y => At(y);

    public override string Shape => $"({M}, {K}) x ({K}, {N})";

    protected override double Roundings => SumRoundings(K);

    /// <summary>The engine's own kernel.</summary>
    public void Multiply(CpuBackend on) => on.MatMul(Geometry, a, b, y);

    public override void Restore() => Spoil(y);

    public override float[] Results() => Read(y);

    protected override double[] Expected() => Specify(Read(a), Read(b));

    protected override double[] Magnitudes(double[] expected) => Specify(Absolute(Read(a)), Absolute(Read(b)));

    private MatMulGeometry Geometry => new(Batch: 1, M, N, K, TransposeA: false, TransposeB: false, BatchStrideA: 0, BatchStrideB: 0);

    private double[] Specify(float[] left, float[] right) =>
        Specify(M * N, (reference, operand, results) => reference.MatMul(Geometry, operand(left), operand(right), results));
}
