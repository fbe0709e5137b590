using System.Numerics;

namespace Catapult.Kernels;

/// <summary>The work per channel between the passes over the rows: a few numbers, computed in double.</summary>
internal static unsafe class ChannelVectors<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    /// <summary>Combines the moments of blocks of rows (Chan, Golub and LeVeque 1979); partial (parts, 2, channels).</summary>
    public static void CombineMoments(int rows, int channels, int rowsInPart, int parts, E* partial, E* mean, E* variance)
    {
        for (int c = 0; c < channels; c++)
        {
            double count = 0, average = 0, squares = 0;
            for (int part = 0; part < parts; part++)
            {
                double n = Math.Min(rowsInPart, rows - part * rowsInPart), delta = Double(partial[(nint)part * 2 * channels + c]) - average;
                squares += Double(partial[((nint)part * 2 + 1) * channels + c]) + delta * delta * count * n / (count + n);
                average += delta * n / (count + n);
                count += n;
            }
            mean[c] = E.CreateTruncating(average);
            variance[c] = E.CreateTruncating(squares / rows);
        }
    }

    /// <summary>scale = gamma / sqrt(variance + epsilon) and shift = beta - mean * scale.</summary>
    public static void ScaleAndShift(int channels, double epsilon, E* mean, E* variance, E* gamma, E* beta, E* scale, E* shift)
    {
        for (int c = 0; c < channels; c++)
        {
            double factor = Double(gamma[c]) / Math.Sqrt(Double(variance[c]) + epsilon);
            scale[c] = E.CreateTruncating(factor);
            shift[c] = E.CreateTruncating(Double(beta[c]) - Double(mean[c]) * factor);
        }
    }

    /// <summary>
    /// dbeta = sum dz, dgamma = sum dz * xhat, and the coefficients of the second pass: with xhat = (x - mean) * r and r = 1/sqrt(variance + epsilon),
    /// dx = gamma * r * (dz - mean(dz) - xhat * mean(dz * xhat)).
    /// </summary>
    public static void CombineGradients(
        BatchNormGeometry g, int parts, bool frozen, E* partial, E* variance, E* gamma, E* dgamma, E* dbeta, E* towardMean, E* offsets)
    {
        for (int c = 0; c < g.Channels; c++)
        {
            double sum = 0, product = 0, r = 1 / Math.Sqrt(Double(variance[c]) + g.Epsilon), scale = Double(gamma[c]) * r;
            for (int part = 0; part < parts; part++)
            {
                sum += Double(partial[(nint)part * 2 * g.Channels + c]);
                product += Double(partial[((nint)part * 2 + 1) * g.Channels + c]);
            }
            dbeta[c] = E.CreateTruncating(sum);
            dgamma[c] = E.CreateTruncating(product * r);
            towardMean[c] = E.CreateTruncating(frozen ? 0 : -scale * r * r * product / g.Rows);
            offsets[c] = E.CreateTruncating(frozen ? 0 : -scale * sum / g.Rows);
        }
    }

    private static double Double(E value) => double.CreateTruncating(value);
}
