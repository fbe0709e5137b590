using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// The reader's own rung. It is right, and as it stands goes channel by channel, all rows of one before the next: its numbers stay in registers, but of every
/// cache line that it touches it uses one float.
/// </summary>
/// <remarks>
/// <para>Changed: the loop over channels stands outside of the loop over rows.</para>
/// <para>Predicted: 0.1 times the rung three-passes: every pass reads sixteen times as many bytes as it uses.</para>
/// <para>Measured: 0.916 GB/s, 0.7 % of the roof (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct BatchNormExercise : IVectorKernel<BatchNormProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        for (int c = 0; c < p.Channels; c++) Channel(p, c);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Channel(BatchNormProblem p, int c)
    {
        int channels = p.Channels, length = p.Rows * channels;
        float* x = p.X, y = p.Y, dy = p.Dy, dx = p.Dx;
        float mean = 0, variance = 0;
        for (int i = c; i < length; i += channels) mean += x[i] / p.Rows;
        for (int i = c; i < length; i += channels) variance += (x[i] - mean) * (x[i] - mean) / p.Rows;
        float inverse = 1 / MathF.Sqrt(variance + p.Epsilon), scale = p.Gamma[c] * inverse, dbeta = 0, dgamma = 0;
        for (int i = c; i < length; i += channels)
        {
            float normalized = (x[i] - mean) * inverse, z = normalized * p.Gamma[c] + p.Beta[c], dz = z > 0 ? dy[i] : 0;
            y[i] = z > 0 ? z : 0;
            dbeta += dz;
            dgamma += dz * normalized;
        }
        for (int i = c; i < length; i += channels)
            dx[i] = scale * ((y[i] > 0 ? dy[i] : 0) - (dbeta + (x[i] - mean) * inverse * dgamma) / p.Rows);
        (p.DBeta[c], p.DGamma[c]) = (dbeta, dgamma);
    }
}
