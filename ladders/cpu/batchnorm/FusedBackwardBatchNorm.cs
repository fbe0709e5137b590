using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>
/// The engine's own kernels on one thread. Backward takes two passes, one for both sums and one for dx; each computes again in registers whether ReLU let
/// the value through, in the place of reading it. The moments are taken block by block, two passes over a block that lies in cache, and put
/// together by the formula of Chan, Golub and LeVeque (1979).
/// </summary>
/// <remarks>
/// <para>Changed: the four backward passes are two, and no gradient of ReLU is stored; a block of rows is walked a vector of channels at a time, whose
/// numbers stay in registers.</para>
/// <para>Predicted: 1.5 times: 8 streams for 12, none of which can be saved. Memory is the bottleneck.</para>
/// <para>Measured: 29.9 GB/s, 24 % of the roof, 1.24 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly struct FusedBackwardBatchNorm : IKernel<BatchNormProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(BatchNormProblem p)
    {
        p.Forward(p.Single);
        p.Backward(p.Single);
    }
}
