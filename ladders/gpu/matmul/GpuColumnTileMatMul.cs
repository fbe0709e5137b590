using ILGPU;

namespace Catapult.Ladders;

/// <summary>Eight results of one column for each thread, in registers: an element of b that is read once from shared memory serves eight multiply-adds.</summary>
/// <remarks>
/// <para>Changed: a group computes 64 x 32 results, eight a thread, over eight steps of the sum at a time.</para>
/// <para>Predicted: 2 times: nine loads of shared memory for eight multiply-adds in the place of sixteen, and eight sums that do not wait for one another.
/// Shared memory stays the bottleneck.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuColumnTileMatMul<S>(int m, int n, int k, ArrayView<float> a, ArrayView<float> b, ArrayView<float> y) : IGpuRung<GpuMatMulProblem> where S : struct, ISide
{
    private const int Block = 8, Depth = 8;

    private static int Columns => 2 * S.Length;

    private static int Rows => Block * S.Length / 2;

    private static int Threads => S.Length * S.Length;

    public static void Launch(GpuMatMulProblem p)
    {
        if (p.HasLargeGroups) Launch<Side16>(p);
        else Launch<Side8>(p);
    }

    public void Run()
    {
        int firstRow = Grid.IdxX * Rows, firstColumn = Grid.IdxY * Columns, r = Group.IdxX / Columns * Block, c = Group.IdxX % Columns;
        ArrayView<float> left = SharedMemory.Allocate<float>(Rows * Depth), right = SharedMemory.Allocate<float>(Depth * Columns);
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int d = 0; d < k; d += Depth)
        {
            for (int i = Group.IdxX; i < Rows * Depth; i += Threads)
            {
                int row = firstRow + i / Depth, step = d + i % Depth;
                left[i] = row < m && step < k ? a[row * k + step] : 0f;
            }
            for (int i = Group.IdxX; i < Depth * Columns; i += Threads)
            {
                int step = d + i / Columns, column = firstColumn + i % Columns;
                right[i] = step < k && column < n ? b[step * n + column] : 0f;
            }
            Group.Barrier();
            for (int i = 0; i < Depth; i++)
            {
                float x = right[i * Columns + c];
                s0 += left[r * Depth + i] * x;
                s1 += left[(r + 1) * Depth + i] * x;
                s2 += left[(r + 2) * Depth + i] * x;
                s3 += left[(r + 3) * Depth + i] * x;
                s4 += left[(r + 4) * Depth + i] * x;
                s5 += left[(r + 5) * Depth + i] * x;
                s6 += left[(r + 6) * Depth + i] * x;
                s7 += left[(r + 7) * Depth + i] * x;
            }
            Group.Barrier();
        }
        Store(firstRow + r, firstColumn + c, s0);
        Store(firstRow + r + 1, firstColumn + c, s1);
        Store(firstRow + r + 2, firstColumn + c, s2);
        Store(firstRow + r + 3, firstColumn + c, s3);
        Store(firstRow + r + 4, firstColumn + c, s4);
        Store(firstRow + r + 5, firstColumn + c, s5);
        Store(firstRow + r + 6, firstColumn + c, s6);
        Store(firstRow + r + 7, firstColumn + c, s7);
    }

    private static void Launch<T>(GpuMatMulProblem p) where T : struct, ISide => p.Launcher.Run(
        new KernelConfig(new Index3D(GpuProblem.Parts(p.M, GpuColumnTileMatMul<T>.Rows), GpuProblem.Parts(p.N, GpuColumnTileMatMul<T>.Columns), 1), new Index3D(GpuColumnTileMatMul<T>.Threads, 1, 1)),
        new GpuColumnTileMatMul<T>(p.M, p.N, p.K, p.A, p.B, p.Y));

    private void Store(int row, int column, float sum)
    {
        if (row < m && column < n) y[row * n + column] = sum;
    }
}
