using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// The reader's own rung. It is right, and as it stands a tile of eight rows by one vector, b read where it lies: nine loads for eight multiply-adds, of
/// which the load units are the bottleneck.
/// </summary>
/// <remarks>
/// <para>Changed: a tile of 8 x 1 vectors in the place of 6 x 2.</para>
/// <para>Predicted: 0.6 times the rung before the engine's: more loads than multiply-adds, and no packing.</para>
/// <para>Measured: 76.4 GFLOP/s, 18 % of the roof (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct MatMulExercise : IVectorKernel<MatMulProblem>
{
    private const int Rows = 8;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<V>(MatMulProblem p) where V : struct, IVectorLane<V, float>
    {
        float* a = p.A, b = p.B, y = p.Y, tile = stackalloc float[Rows * V.Count];
        int m = p.M, n = p.N, depth = p.K;
        for (int j = 0; j < n; j += V.Count)
            for (int i = 0; i < m; i += Rows)
            {
                int rows = Math.Min(Rows, m - i), columns = Math.Min(V.Count, n - j);
                Tile<V>(depth, a + i * depth, depth, rows - 1, b + j, n, tile);
                for (int row = 0; row < rows; row++) new ReadOnlySpan<float>(tile + row * V.Count, columns).CopyTo(new Span<float>(y + (i + row) * n + j, columns));
            }
    }

    /// <summary>y (8, one vector) = a b over all of the depth; rows of a behind the last repeat that one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Tile<V>(int depth, float* a, nint lda, int last, float* b, nint ldb, float* y) where V : struct, IVectorLane<V, float>
    {
        float* a1 = a + Math.Min(1, last) * lda, a2 = a + Math.Min(2, last) * lda, a3 = a + Math.Min(3, last) * lda, a4 = a + Math.Min(4, last) * lda;
        float* a5 = a + Math.Min(5, last) * lda, a6 = a + Math.Min(6, last) * lda, a7 = a + Math.Min(7, last) * lda;
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero, c4 = V.Zero, c5 = V.Zero, c6 = V.Zero, c7 = V.Zero;
        nint k = 0;
        for (int left = depth; left > 0; left--, k++, b += ldb)
        {
            V x = V.Load(b);
            c0 = V.MultiplyAdd(V.Broadcast(a + k), x, c0);
            c1 = V.MultiplyAdd(V.Broadcast(a1 + k), x, c1);
            c2 = V.MultiplyAdd(V.Broadcast(a2 + k), x, c2);
            c3 = V.MultiplyAdd(V.Broadcast(a3 + k), x, c3);
            c4 = V.MultiplyAdd(V.Broadcast(a4 + k), x, c4);
            c5 = V.MultiplyAdd(V.Broadcast(a5 + k), x, c5);
            c6 = V.MultiplyAdd(V.Broadcast(a6 + k), x, c6);
            c7 = V.MultiplyAdd(V.Broadcast(a7 + k), x, c7);
        }
        V.Store(c0, y);
        V.Store(c1, y + V.Count);
        V.Store(c2, y + 2 * V.Count);
        V.Store(c3, y + 3 * V.Count);
        V.Store(c4, y + 4 * V.Count);
        V.Store(c5, y + 5 * V.Count);
        V.Store(c6, y + 6 * V.Count);
        V.Store(c7, y + 7 * V.Count);
    }
}
