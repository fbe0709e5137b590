using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// Formula by formula, each in a pass of its own over all rows: the mean, the variance, the normalized values, then ReLU; backward the gradient of ReLU,
/// the two sums, and dx. In vectors of channels from the start: this ladder is about memory.
/// </summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: half of the roof of memory: the passes read and write 15 streams of the size of x where 8 are needed. Memory is the bottleneck.</para>
/// <para>Measured: 18.7 GB/s, 15 % of the roof (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct ThreePassBatchNorm : IVectorKernel<BatchNormProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        Moments<V>(p);
        p.FollowFromMoments();
        Normalize<V>(p);
        Activate<V>(p);
        Backward<V>(p);
    }

    /// <summary>y = x scale + shift.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Normalize<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels, whole = channels - channels % V.Count;
        float* x = p.X, y = p.Y, scale = p.Scale, shift = p.Shift;
        for (int row = 0; row < p.Rows; row++, x += channels, y += channels)
        {
            for (int c = 0; c < whole; c += V.Count) V.Store(V.MultiplyAdd(V.Load(x + c), V.Load(scale + c), V.Load(shift + c)), y + c);
            for (int c = whole; c < channels; c++) y[c] = x[c] * scale[c] + shift[c];
        }
    }

    /// <summary>y = max(0, y).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Activate<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int length = p.Rows * p.Channels, whole = length - length % V.Count;
        float* y = p.Y;
        for (int i = 0; i < whole; i += V.Count) V.Store(new Relu().F(V.Load(y + i)), y + i);
        for (int i = whole; i < length; i++) y[i] = Math.Max(0, y[i]);
    }

    /// <summary>dz = dy where y is above 0, kept in dx; dbeta = sum dz; dgamma = sum dz xhat; dx = scale (dz - (dbeta + xhat dgamma) / rows).</summary>
    public static void Backward<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        ActivationGradient<V>(p);
        SumGradients<V>(p);
        SumProducts<V>(p);
        InputGradient<V>(p);
    }

    /// <summary>The mean, then the mean squared distance from it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Moments<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels, whole = channels - channels % V.Count;
        float* x = p.X, mean = p.Mean, variance = p.Variance;
        float part = 1f / p.Rows;
        V share = V.Const(part);
        new Span<float>(mean, channels).Clear();
        new Span<float>(variance, channels).Clear();
        for (int row = 0; row < p.Rows; row++, x += channels)
        {
            for (int c = 0; c < whole; c += V.Count) V.Store(V.MultiplyAdd(V.Load(x + c), share, V.Load(mean + c)), mean + c);
            for (int c = whole; c < channels; c++) mean[c] += x[c] * part;
        }
        x = p.X;
        for (int row = 0; row < p.Rows; row++, x += channels)
        {
            for (int c = 0; c < whole; c += V.Count)
            {
                V deviation = V.Load(x + c) - V.Load(mean + c);
                V.Store(V.MultiplyAdd(deviation * share, deviation, V.Load(variance + c)), variance + c);
            }
            for (int c = whole; c < channels; c++) variance[c] += (x[c] - mean[c]) * (x[c] - mean[c]) * part;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ActivationGradient<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int length = p.Rows * p.Channels, whole = length - length % V.Count;
        float* y = p.Y, dy = p.Dy, dz = p.Dx;
        for (int i = 0; i < whole; i += V.Count) V.Store(V.Load(dy + i) * new ReluSlope().F(V.Load(y + i)), dz + i);
        for (int i = whole; i < length; i++) dz[i] = y[i] > 0 ? dy[i] : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SumGradients<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels, whole = channels - channels % V.Count;
        float* dz = p.Dx, dbeta = p.DBeta;
        new Span<float>(dbeta, channels).Clear();
        for (int row = 0; row < p.Rows; row++, dz += channels)
        {
            for (int c = 0; c < whole; c += V.Count) V.Store(V.Load(dbeta + c) + V.Load(dz + c), dbeta + c);
            for (int c = whole; c < channels; c++) dbeta[c] += dz[c];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SumProducts<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels, whole = channels - channels % V.Count;
        float* x = p.X, dz = p.Dx, mean = p.Mean, inverse = p.Inverse, dgamma = p.DGamma;
        new Span<float>(dgamma, channels).Clear();
        for (int row = 0; row < p.Rows; row++, x += channels, dz += channels)
        {
            for (int c = 0; c < whole; c += V.Count)
            {
                V normalized = (V.Load(x + c) - V.Load(mean + c)) * V.Load(inverse + c);
                V.Store(V.MultiplyAdd(V.Load(dz + c), normalized, V.Load(dgamma + c)), dgamma + c);
            }
            for (int c = whole; c < channels; c++) dgamma[c] += dz[c] * (x[c] - mean[c]) * inverse[c];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void InputGradient<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels, whole = channels - channels % V.Count;
        float* x = p.X, dx = p.Dx, mean = p.Mean, inverse = p.Inverse, scale = p.Scale, dbeta = p.DBeta, dgamma = p.DGamma;
        float part = 1f / p.Rows;
        V share = V.Const(part);
        for (int row = 0; row < p.Rows; row++, x += channels, dx += channels)
        {
            for (int c = 0; c < whole; c += V.Count)
            {
                V normalized = (V.Load(x + c) - V.Load(mean + c)) * V.Load(inverse + c);
                V shared = V.MultiplyAdd(normalized, V.Load(dgamma + c), V.Load(dbeta + c)) * share;
                V.Store(V.Load(scale + c) * (V.Load(dx + c) - shared), dx + c);
            }
            for (int c = whole; c < channels; c++) dx[c] = scale[c] * (dx[c] - (dbeta[c] + (x[c] - mean[c]) * inverse[c] * dgamma[c]) * part);
        }
    }
}
