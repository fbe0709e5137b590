using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// Mean and variance in one pass (Welford 1962): each row moves the mean by its share of the distance, and adds the product of the distances before and
/// after to the sum of squares. As exact as two passes, and x is read once.
/// </summary>
/// <remarks>
/// <para>Changed: the two passes of the moments are one.</para>
/// <para>Predicted: 1.07 times: 14 streams for 15. Memory stays the bottleneck, unless the chain of three operations a row, each waiting for the one
/// before, takes longer than a row takes to arrive.</para>
/// <para>Measured: not yet.</para>
/// </remarks>
internal readonly unsafe struct WelfordBatchNorm : IVectorKernel<BatchNormProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        Moments<V>(p);
        p.FollowFromMoments();
        ThreePassBatchNorm.Normalize<V>(p);
        ThreePassBatchNorm.Activate<V>(p);
        ThreePassBatchNorm.Backward<V>(p);
    }

    /// <summary>Mean and mean squared distance from it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Moments<V>(BatchNormProblem p) where V : struct, IVectorLane<V, float>
    {
        int channels = p.Channels;
        float* x = p.X, mean = p.Mean, variance = p.Variance;
        new Span<float>(mean, channels).Clear();
        new Span<float>(variance, channels).Clear();
        for (int row = 0; row < p.Rows; row++, x += channels)
        {
            V share = V.Const(1.0 / (row + 1));
            for (int c = 0; c < channels; c += V.Count)
            {
                int left = channels - c;
                V value = V.LoadAtMost(x + c, left), before = value - V.LoadAtMost(mean + c, left), moved = V.MultiplyAdd(before, share, V.LoadAtMost(mean + c, left));
                V.StoreAtMost(moved, mean + c, left);
                V.StoreAtMost(V.MultiplyAdd(before, value - moved, V.LoadAtMost(variance + c, left)), variance + c, left);
            }
        }
        for (int c = 0; c < channels; c++) variance[c] /= p.Rows;
    }
}
