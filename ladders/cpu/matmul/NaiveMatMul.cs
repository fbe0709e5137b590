using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>The definition as it stands in the book: each result is one sum over k.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: about 1 GFLOP/s. Each addition waits for the one before (three or four cycles), and b is read down a column, each element from another
/// cache line, 4 KiB further on, of which one float in sixteen is used.</para>
/// <para>Measured: 0.519 GFLOP/s, 0.1 % of the roof (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct NaiveMatMul : IKernel<MatMulProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(MatMulProblem p)
    {
        float* a = p.A, b = p.B, y = p.Y;
        int m = p.M, n = p.N, depth = p.K;
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
            {
                float sum = 0;
                for (int k = 0; k < depth; k++) sum += a[i * depth + k] * b[k * n + j];
                y[i * n + j] = sum;
            }
    }
}
