using ILGPU;

namespace Catapult.Ladders;

/// <summary>The same thread for each result, numbered along the rows: a warp reads one element of a for all, and 32 neighbours of b in one line.</summary>
/// <remarks>
/// <para>Changed: row and column of a thread's result are exchanged.</para>
/// <para>Predicted: 6 times: a load of b is one transaction for a warp in the place of 32. The bottleneck is the loads themselves: two for each multiply-add.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuCoalescedMatMul(int m, int n, int k, ArrayView<float> a, ArrayView<float> b, ArrayView<float> y) : IGpuRung<GpuMatMulProblem>
{
    public static void Launch(GpuMatMulProblem p) => p.Launcher.Run(p.Launcher.Strided((long)p.M * p.N), new GpuCoalescedMatMul(p.M, p.N, p.K, p.A, p.B, p.Y));

    public void Run()
    {
        for (int i = Kernels.Gpu.Thread.Index; i < m * n; i += Kernels.Gpu.Thread.Count)
        {
            int row = i / n, column = i % n;
            float sum = 0;
            for (int d = 0; d < k; d++) sum += a[row * k + d] * b[d * n + column];
            y[row * n + column] = sum;
        }
    }
}
