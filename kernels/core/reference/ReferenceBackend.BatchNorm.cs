namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void ChannelMoments(int rows, int channels, DeviceBuffer x, DeviceBuffer mean, DeviceBuffer variance)
    {
        double[] elements = Read(x), means = new double[channels], variances = new double[channels];
        for (int i = 0; i < elements.Length; i++) means[i % channels] += elements[i] / rows;
        for (int i = 0; i < elements.Length; i++) variances[i % channels] += Math.Pow(elements[i] - means[i % channels], 2) / rows;
        Write(mean, means);
        Write(variance, variances);
    }

    /// <inheritdoc/>
    public override void BatchNorm<O>(BatchNormGeometry geometry, O activation, in BatchNormOperands operands, DeviceBuffer y) =>
        Write(y, Array.ConvertAll(Normalize(geometry, operands).Sum, z => Evaluate(activation, z)));

    /// <inheritdoc/>
    /// <remarks>
    /// With dz = dy act'(z) and h = (x - mean) / sqrt(variance + epsilon), sums over the rows of a channel (Ioffe and Szegedy 2015, section 3):
    /// dbeta = sum dz, dgamma = sum dz h, dx = gamma / sqrt(variance + epsilon) (dz - (dbeta + h dgamma) / rows).
    /// Frozen statistics do not move with x, so the terms with dbeta and dgamma fall away.
    /// </remarks>
    public override void BatchNormBackward<D>(
        BatchNormGeometry geometry, D activationSlope, in BatchNormOperands operands, bool frozen, DeviceBuffer dy, in BatchNormGradients gradients)
    {
        var (rows, channels, epsilon) = geometry;
        double[] gamma = Read(operands.Gamma), variance = Read(operands.Variance), slope = Read(dy);
        var (normalized, sum) = Normalize(geometry, operands);
        double[] dz = new double[slope.Length], dx = new double[slope.Length], dgamma = new double[channels], dbeta = new double[channels];
        for (int i = 0; i < dz.Length; i++)
        {
            dz[i] = slope[i] * Evaluate(activationSlope, sum[i]);
            dgamma[i % channels] += dz[i] * normalized[i];
            dbeta[i % channels] += dz[i];
        }
        for (int i = 0; i < dx.Length; i++)
        {
            int c = i % channels;
            double shared = frozen ? 0 : (dbeta[c] + normalized[i] * dgamma[c]) / rows;
            dx[i] = gamma[c] / Math.Sqrt(variance[c] + epsilon) * (dz[i] - shared);
        }
        Write(gradients.X, dx);
        if (gradients.Residual is not null) Write(gradients.Residual, dz);
        Write(gradients.Gamma, dgamma);
        Write(gradients.Beta, dbeta);
    }

    /// <summary>h = (x - mean) / sqrt(variance + epsilon), and what goes into the activation: h gamma + beta + residual.</summary>
    private static (double[] Normalized, double[] Sum) Normalize(BatchNormGeometry geometry, in BatchNormOperands operands)
    {
        double[] x = Read(operands.X), mean = Read(operands.Mean), variance = Read(operands.Variance);
        double[] gamma = Read(operands.Gamma), beta = Read(operands.Beta);
        double[]? residual = operands.Residual is null ? null : Read(operands.Residual);
        double[] normalized = new double[x.Length], sum = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            int c = i % geometry.Channels;
            normalized[i] = (x[i] - mean[c]) / Math.Sqrt(variance[c] + geometry.Epsilon);
            sum[i] = normalized[i] * gamma[c] + beta[c] + (residual is null ? 0 : residual[i]);
        }
        return (normalized, sum);
    }
}
