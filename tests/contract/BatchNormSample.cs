using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>
/// Operands of a batch normalization with the statistics of its data, away from the activation's kink at 0 by more than any backend's
/// rounding. Normalization may be computed as x * scale + shift, whose terms are larger than their sum, so the magnitudes that
/// tolerances scale with are those of the terms.
/// </summary>
internal sealed class BatchNormSample
{
    /// <summary>What keeps the root of the variance from 0.</summary>
    public const double Epsilon = 1e-5;

    private const double KinkMargin = 1e-3;
    private readonly double[] x, dy, mean, inverse, variance, gamma, beta, sumDy, sumDyX;
    private readonly double[]? residual;

    /// <summary>Data of (rows, channels), with a residual or without.</summary>
    public BatchNormSample(int rows, int channels, bool withResidual)
    {
        Geometry = new(rows, channels, Epsilon);
        x = Samples.Uniform(1, rows * channels, -2, 3);
        residual = withResidual ? Samples.Uniform(2, rows * channels) : null;
        dy = Samples.Uniform(3, rows * channels);
        (gamma, beta) = (Samples.Uniform(4, channels, -1, 2), Samples.Uniform(5, channels));
        (mean, variance, sumDy, sumDyX) = (new double[channels], new double[channels], new double[channels], new double[channels]);
        for (int i = 0; i < x.Length; i++) mean[i % channels] += x[i] / rows;
        for (int i = 0; i < x.Length; i++) variance[i % channels] += Math.Pow(x[i] - mean[i % channels], 2) / rows;
        inverse = Array.ConvertAll(variance, v => 1 / Math.Sqrt(v + Epsilon));
        for (int i = 0; i < x.Length; i++)
        {
            while (Math.Abs(BeforeActivation(i)) < KinkMargin) (residual ?? x)[i] += 4 * KinkMargin;
            sumDy[i % channels] += Math.Abs(dy[i]);
            sumDyX[i % channels] += Math.Abs(dy[i]) * Normalized(i);
        }
    }

    public BatchNormGeometry Geometry { get; }

    public bool HasResidual => residual is not null;

    public BatchNormOperands Operands(Rig rig) => new(
        rig.Operand(x),
        residual is null ? null : rig.Operand(residual),
        rig.Operand(mean),
        rig.Operand(variance),
        rig.Operand(gamma),
        rig.Operand(beta));

    public DeviceBuffer OutputGradient(Rig rig) => rig.Operand(dy);

    /// <summary>The magnitude of output i.</summary>
    public double Output(int i) => Normalized(i) * Math.Abs(gamma[Channel(i)]) + Math.Abs(beta[Channel(i)]) + Math.Abs(residual?[i] ?? 0);

    /// <summary>The magnitude of dx[i] with statistics that move.</summary>
    public double InputGradient(int i)
    {
        int c = Channel(i);
        return Math.Abs(gamma[c]) * inverse[c] * (Math.Abs(dy[i]) + (sumDy[c] + Normalized(i) * sumDyX[c]) / Geometry.Rows);
    }

    /// <summary>The magnitude of the residual's gradient.</summary>
    public double ResidualGradient(int i) => Math.Abs(dy[i]);

    /// <summary>The magnitude of dgamma of a channel.</summary>
    public double GammaGradient(int channel) => sumDyX[channel];

    /// <summary>The magnitude of dbeta of a channel.</summary>
    public double BetaGradient(int channel) => sumDy[channel];

    private double BeforeActivation(int i)
    {
        int c = Channel(i);
        return (x[i] - mean[c]) * inverse[c] * gamma[c] + beta[c] + (residual?[i] ?? 0);
    }

    private double Normalized(int i) => (Math.Abs(x[i]) + Math.Abs(mean[Channel(i)])) * inverse[Channel(i)];

    private int Channel(int i) => i % Geometry.Channels;
}
