using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>y = max(0, (x - mean) / sqrt(variance + epsilon) gamma + beta) with the statistics of x (rows, channels), in a GPU's memory.</summary>
internal sealed class GpuBatchNormProblem : GpuProblem
{
    private const double Steps = 16, LargestNormal = 4;

    private readonly DeviceBuffer x, y, mean, variance, gamma, beta;

    public GpuBatchNormProblem(GpuBackend backend, int rows, int channels) : base(backend)
    {
        (Rows, Channels) = (rows, channels);
        (x, gamma, beta) = (Normal(rows * channels), Normal(channels), Normal(channels));
        (y, mean, variance) = (Empty(rows * channels), Empty(channels), Empty(channels));
    }

    public int Rows { get; }

    public int Channels { get; }

    public float Epsilon => 1e-5f;

    public ArrayView<float> X => View(x);

    public ArrayView<float> Y => View(y);

    public ArrayView<float> Gamma => View(gamma);

    public ArrayView<float> Beta => View(beta);

    public override string Shape => $"{Rows} rows of {Channels} channels";

    protected override double Roundings => SumRoundings(Rows) + Steps;

    private BatchNormGeometry Geometry => new(Rows, Channels, Epsilon);

    private BatchNormOperands Operands => new(x, null, mean, variance, gamma, beta);

    /// <summary>The engine's moments of all channels.</summary>
    public void Moments() => Engine.ChannelMoments(Rows, Channels, x, mean, variance);

    /// <summary>The engine's normalization with an activation.</summary>
    public void Normalize<O>(O activation) where O : struct, IUnary => Engine.BatchNorm(Geometry, activation, Operands, y);

    /// <summary>The engine's ReLU, in place.</summary>
    public void Activate() => Engine.Unary(new Relu(), y, y);

    public override void Restore() => Engine.Fill(y, double.NaN);

    public override float[] Results() => Read(y);

    protected override double[] Expected() => Specify(Rows * Channels, (reference, operand, results) =>
    {
        DeviceBuffer elements = operand(Read(x)), means = reference.Allocate(DType.Float64, Channels), variances = reference.Allocate(DType.Float64, Channels);
        reference.ChannelMoments(Rows, Channels, elements, means, variances);
        reference.BatchNorm(Geometry, new Relu(), new BatchNormOperands(elements, null, means, variances, operand(Read(gamma)), operand(Read(beta))), results);
    });

    protected override double[] Magnitudes(double[] expected) => [.. expected.Select(value => LargestNormal * Math.Max(1, Math.Abs(value)))];
}
