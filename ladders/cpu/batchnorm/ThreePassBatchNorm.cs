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
/// <para>Measured: not yet.</para>
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
        int channels = p.Channels;
        float* x = p.X, y = p.Y, scale = p.Scale, shift = p.Shift;
        for (int row = 0; row < p.Rows; row++, x += channels, y += channels)
            for (int c = 0; c < channels; c += V.Count)
            {
                int left = channels - c;
                V.StoreAtMost(V.MultiplyAdd(V.LoadAtMost(x + c, left), V.LoadAtMost(scale + c, left), V.LoadAtMost(shift + c, left)), y + c, left);
            }
    }

    /// <summary>y = max(0, y).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Activate<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int length = p.Rows * p.Channels;
        float* y = p.Y;
        for (int i = 0; i < length; i += V.Count) V.StoreAtMost(new Relu().F(V.LoadAtMost(y + i, length - i)), y + i, length - i);
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
        int channels = p.Channels;
        float* x = p.X, mean = p.Mean, variance = p.Variance;
        V share = V.Const(1.0 / p.Rows);
        new Span<float>(mean, channels).Clear();
        new Span<float>(variance, channels).Clear();
        for (int row = 0; row < p.Rows; row++, x += channels)
            for (int c = 0; c < channels; c += V.Count)
                V.StoreAtMost(V.MultiplyAdd(V.LoadAtMost(x + c, channels - c), share, V.LoadAtMost(mean + c, channels - c)), mean + c, channels - c);
        x = p.X;
        for (int row = 0; row < p.Rows; row++, x += channels)
            for (int c = 0; c < channels; c += V.Count)
            {
                V deviation = V.LoadAtMost(x + c, channels - c) - V.LoadAtMost(mean + c, channels - c);
                V.StoreAtMost(V.MultiplyAdd(deviation * share, deviation, V.LoadAtMost(variance + c, channels - c)), variance + c, channels - c);
            }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ActivationGradient<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int length = p.Rows * p.Channels;
        float* y = p.Y, dy = p.Dy, dz = p.Dx;
        for (int i = 0; i < length; i += V.Count)
            V.StoreAtMost(V.LoadAtMost(dy + i, length - i) * new ReluSlope().F(V.LoadAtMost(y + i, length - i)), dz + i, length - i);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SumGradients<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels;
        float* dz = p.Dx, dbeta = p.DBeta;
        new Span<float>(dbeta, channels).Clear();
        for (int row = 0; row < p.Rows; row++, dz += channels)
            for (int c = 0; c < channels; c += V.Count)
                V.StoreAtMost(V.LoadAtMost(dbeta + c, channels - c) + V.LoadAtMost(dz + c, channels - c), dbeta + c, channels - c);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SumProducts<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels;
        float* x = p.X, dz = p.Dx, mean = p.Mean, inverse = p.Inverse, dgamma = p.DGamma;
        new Span<float>(dgamma, channels).Clear();
        for (int row = 0; row < p.Rows; row++, x += channels, dz += channels)
            for (int c = 0; c < channels; c += V.Count)
            {
                int left = channels - c;
                V normalized = (V.LoadAtMost(x + c, left) - V.LoadAtMost(mean + c, left)) * V.LoadAtMost(inverse + c, left);
                V.StoreAtMost(V.MultiplyAdd(V.LoadAtMost(dz + c, left), normalized, V.LoadAtMost(dgamma + c, left)), dgamma + c, left);
            }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void InputGradient<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels;
        float* x = p.X, dx = p.Dx, mean = p.Mean, inverse = p.Inverse, scale = p.Scale, dbeta = p.DBeta, dgamma = p.DGamma;
        V share = V.Const(1.0 / p.Rows);
        for (int row = 0; row < p.Rows; row++, x += channels, dx += channels)
            for (int c = 0; c < channels; c += V.Count)
            {
                int left = channels - c;
                V normalized = (V.LoadAtMost(x + c, left) - V.LoadAtMost(mean + c, left)) * V.LoadAtMost(inverse + c, left);
                V shared = V.MultiplyAdd(normalized, V.LoadAtMost(dgamma + c, left), V.LoadAtMost(dbeta + c, left)) * share;
                V.StoreAtMost(V.LoadAtMost(scale + c, left) * (V.LoadAtMost(dx + c, left) - shared), dx + c, left);
            }
    }
}
