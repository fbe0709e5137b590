using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// Batch normalization and ReLU, forward and backward, as a training step needs them: y = max(0, (x - mean) / sqrt(variance + epsilon) gamma + beta)
/// with the statistics of x (rows, channels), and from dy the gradients dx, dgamma, dbeta.
/// </summary>
internal sealed unsafe class BatchNormProblem : CpuProblem
{
    // Factors of a result that are rounded on the way, beside the sums over the rows.
    private const double Steps = 16;

    // Standard normal numbers and what follows from them, few of which are larger.
    private const double LargestNormal = 4;

    private readonly DeviceBuffer x, y, mean, variance, gamma, beta, dy, dx, dgamma, dbeta, inverse, scale, shift;

    public BatchNormProblem(CpuBackend engine, int rows, int channels) : base(engine)
    {
        (Rows, Channels) = (rows, channels);
        (x, dy, gamma, beta) = (Normal(rows * channels), Normal(rows * channels), Normal(channels), Normal(channels));
        (inverse, scale, shift) = (Empty(channels), Empty(channels), Empty(channels));
        (y, dx, mean, variance, dgamma, dbeta) = (Empty(rows * channels), Empty(rows * channels), Empty(channels), Empty(channels), Empty(channels), Empty(channels));
    }

    public int Rows { get; }

    public int Channels { get; }

    public float Epsilon => 1e-5f;

    public float* X => At(x);

    public float* Y => At(y);

    public float* Mean => At(mean);

    public float* Variance => At(variance);

    public float* Gamma => At(gamma);

    public float* Beta => At(beta);

    public float* Dy => At(dy);

    public float* Dx => At(dx);

    public float* DGamma => At(dgamma);

    public float* DBeta => At(dbeta);

    /// <summary>1 / sqrt(variance + epsilon) of each channel, where a rung put it.</summary>
    public float* Inverse => At(inverse);

    /// <summary>What x is multiplied by.</summary>
    public float* Scale => At(scale);

    /// <summary>What is added then.</summary>
    public float* Shift => At(shift);

    public override string Shape => $"{Rows} rows of {Channels} channels";

    protected override double Roundings => SumRoundings(Rows) + Steps;

    private BatchNormGeometry Geometry => new(Rows, Channels, Epsilon);

    private BatchNormOperands Operands => new(x, null, mean, variance, gamma, beta);

    /// <summary>The few numbers a channel that follow from its statistics, so that y = x scale + shift.</summary>
    public void FollowFromMoments()
    {
        for (int c = 0; c < Channels; c++)
        {
            Inverse[c] = 1 / MathF.Sqrt(Variance[c] + Epsilon);
            Scale[c] = Gamma[c] * Inverse[c];
            Shift[c] = Beta[c] - Mean[c] * Scale[c];
        }
    }

    /// <summary>The engine's forward kernels, on some of its threads.</summary>
    public void Forward(CpuBackend on)
    {
        on.ChannelMoments(Rows, Channels, x, mean, variance);
        on.BatchNorm(Geometry, new Relu(), Operands, y);
    }

    /// <summary>The engine's backward kernel, on some of its threads.</summary>
    public void Backward(CpuBackend on) =>
        on.BatchNormBackward(Geometry, new ReluSlope(), Operands, frozen: false, dy, new BatchNormGradients(dx, null, dgamma, dbeta));

    public override void Restore()
    {
        foreach (DeviceBuffer results in (DeviceBuffer[])[y, dx, mean, variance, dgamma, dbeta, inverse, scale, shift]) Spoil(results);
    }

    public override float[] Results() => [.. Read(y), .. Read(dx), .. Read(dgamma), .. Read(dbeta)];

    protected override double[] Expected()
    {
        using var reference = new ReferenceBackend();
        DeviceBuffer[] all = [.. ((DeviceBuffer[])[x, dy, gamma, beta]).Select(buffer => ToDouble(reference, Read(buffer)))];
        var (xs, dys, gammas, betas) = (all[0], all[1], all[2], all[3]);
        DeviceBuffer[] results = [.. ((int[])[Rows * Channels, Rows * Channels, Channels, Channels, Channels, Channels]).Select(length => reference.Allocate(DType.Float64, length))];
        var operands = new BatchNormOperands(xs, null, results[4], results[5], gammas, betas);
        reference.ChannelMoments(Rows, Channels, xs, results[4], results[5]);
        reference.BatchNorm(Geometry, new Relu(), operands, results[0]);
        reference.BatchNormBackward(Geometry, new ReluSlope(), operands, frozen: false, dys, new BatchNormGradients(results[1], null, results[2], results[3]));
        return [.. results.Take(4).SelectMany(buffer => FromDouble(reference, buffer))];
    }

    /// <summary>The sums over rows are of terms of about 1; everything else is about that large itself. A tiny variance makes results large.</summary>
    protected override double[] Magnitudes(double[] expected) =>
        [.. expected.Select((value, i) => i < 2 * Rows * Channels ? LargestNormal * Math.Max(Largest(expected), Math.Abs(value)) : LargestNormal * Rows)];

    private static double Largest(double[] values) => values.Length == 0 ? 1 : Math.Max(1, values.Max(Math.Abs));
}
