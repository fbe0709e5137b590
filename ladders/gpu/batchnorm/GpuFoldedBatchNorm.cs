using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// The engine's fold for the moments: the threads of a warp take neighbouring channels, groups share the rows of all, and Welford's running moments, which one pass
/// forms, are merged as a tree. Normalization and ReLU follow as kernels of their own.
/// </summary>
/// <remarks>
/// <para>Changed: warps run along the channels, which lie side by side; x is read once for both moments.</para>
/// <para>Predicted: 5 times: whole lines of memory. The bottleneck is memory: five streams where three are needed, for ReLU reads y and writes it again.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuFoldedBatchNorm : IKernel<GpuBatchNormProblem>
{
    public static void Run(GpuBatchNormProblem p)
    {
        p.Moments();
        p.Normalize(new Identity());
        p.Activate();
    }
}
