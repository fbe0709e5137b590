namespace Catapult.Ladders;

/// <summary>
/// The engine's own kernel: two pairs of tiles take turns, so that the next is on its way through registers while the sums run over one, and there is one
/// barrier a tile. It takes operands transposed or not, cuts the result by the device's size, and splits long sums among groups.
/// </summary>
/// <remarks>
/// <para>Changed: a tile's loads begin before the sums over the tile before it.</para>
/// <para>Predicted: 1.2 times: the wait for global memory is hidden behind 512 multiply-adds a thread. The bottleneck is the multiply-adds.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuBufferedMatMul : IKernel<GpuMatMulProblem>
{
    public static void Run(GpuMatMulProblem p) => p.Multiply();
}
