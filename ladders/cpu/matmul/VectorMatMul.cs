using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>A vector of neighbouring results at a time: 16 floats with AVX-512, multiplied and added by one instruction.</summary>
/// <remarks>
/// <para>Changed: the loop over j takes a vector a step.</para>
/// <para>Predicted: 8 times: a sixteenth of the instructions, but each multiply-add still loads b and the sum, and stores the sum. Half of the time will
/// go into these: the bottleneck is the load and store units, and the second cache behind them.</para>
/// <para>Measured: 32.2 GFLOP/s, 7.6 % of the roof, 7.87 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct VectorMatMul : IVectorKernel<MatMulProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<V>(MatMulProblem p) where V : struct, IVectorLane<V, float>
    {
        float* a = p.A, b = p.B, y = p.Y;
        int m = p.M, n = p.N, depth = p.K;
        new Span<float>(y, m * n).Clear();
        for (int k0 = 0; k0 < depth; k0 += BlockedMatMul.Depth)
            for (int j0 = 0; j0 < n; j0 += BlockedMatMul.Columns)
            {
                int kEnd = Math.Min(k0 + BlockedMatMul.Depth, depth), columns = Math.Min(BlockedMatMul.Columns, n - j0);
                for (int i = 0; i < m; i++)
                    for (int k = k0; k < kEnd; k++)
                    {
                        V x = V.Broadcast(a + i * depth + k);
                        float* row = b + k * n + j0, sums = y + i * n + j0;
                        int j = 0;
                        for (; j <= columns - V.Count; j += V.Count) V.Store(V.MultiplyAdd(x, V.Load(row + j), V.Load(sums + j)), sums + j);
                        if (j < columns) Tail<V>(a + i * depth + k, row + j, sums + j, columns - j);
                    }
            }
    }

    /// <summary>Apart from the loop, which would keep x in memory for the sake of this call's calls.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Tail<V>(float* x, float* row, float* sums, int count) where V : struct, IVectorLane<V, float> =>
        V.StorePartial(V.MultiplyAdd(V.Broadcast(x), V.Load(row), V.LoadPartial(sums, count)), sums, count);
}
