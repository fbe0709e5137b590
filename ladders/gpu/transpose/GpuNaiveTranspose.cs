using ILGPU;

namespace Catapult.Ladders;

/// <summary>A thread for each element: it reads along rows and writes along columns.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: 25 % of the roof: a warp writes to 32 lines of memory, four bytes in each; the caches collect some of them. The bottleneck is memory transactions.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuNaiveTranspose(int rows, int columns, ArrayView<float> x, ArrayView<float> y) : IGpuRung<GpuTransposeProblem>
{
    public static void Launch(GpuTransposeProblem p) => p.Launcher.Run(p.Launcher.Strided((long)p.Rows * p.Columns), new GpuNaiveTranspose(p.Rows, p.Columns, p.X, p.Y));

    public void Run()
    {
        for (int i = Kernels.Gpu.Thread.Index; i < rows * columns; i += Kernels.Gpu.Thread.Count)
        {
            int row = i / columns, column = i % columns;
            y[column * rows + row] = x[i];
        }
    }
}
