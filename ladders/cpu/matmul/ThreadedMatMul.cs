using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>
/// The engine's own kernel: packed panels and the same tile, the result cut into blocks that stay in the second cache, the blocks shared among threads. How
/// they are cut follows from the shape alone, so the bits do not depend on the number of threads.
/// </summary>
/// <remarks>
/// <para>Changed: all of b is packed first, by all threads; then each thread takes blocks of 256 rows by 256 columns.</para>
/// <para>Predicted: 2 times on two processors: nothing is shared but b's panels, which are only read. The bottleneck is the multiply-add units.</para>
/// <para>Measured: 314 GFLOP/s, 75 % of the roof, 1.83 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly struct ThreadedMatMul : IKernel<MatMulProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(MatMulProblem p) => p.Multiply(p.Engine);
}
