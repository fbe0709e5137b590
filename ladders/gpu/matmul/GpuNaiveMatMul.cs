using ILGPU;

namespace Catapult.Ladders;

/// <summary>A thread for each result, numbered down the columns of y.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: 1 % of the roof: the 32 threads of a warp read 32 rows of a at once, each from another line of 128 bytes, of which four are used. The
/// bottleneck is memory transactions.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuNaiveMatMul(int m, int n, int k, ArrayView<float> a, ArrayView<float> b, ArrayView<float> y) : IGpuRung<GpuMatMulProblem>
{
    public static void Launch(GpuMatMulProblem p) => p.Launcher.Run(p.Launcher.Strided((long)p.M * p.N), new GpuNaiveMatMul(p.M, p.N, p.K, p.A, p.B, p.Y));

    public void Run()
    {
        for (int i = Kernels.Gpu.Thread.Index; i < m * n; i += Kernels.Gpu.Thread.Count)
        {
            int row = i % m, column = i / m;
            float sum = 0;
            for (int d = 0; d < k; d++) sum += a[row * k + d] * b[d * n + column];
            y[row * n + column] = sum;
        }
    }
}
