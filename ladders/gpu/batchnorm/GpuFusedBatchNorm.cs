using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The engine's own kernels: ReLU while the normalized value is still in its register.</summary>
/// <remarks>
/// <para>Changed: normalization and ReLU are one kernel.</para>
/// <para>Predicted: 1.6 times: three streams for five. The bottleneck is memory.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuFusedBatchNorm : IKernel<GpuBatchNormProblem>
{
    public static void Run(GpuBatchNormProblem p)
    {
        p.Moments();
        p.Normalize(new Relu());
    }
}
