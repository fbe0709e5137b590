using Catapult.Kernels.Gpu;
using ILGPU;
using F = Catapult.Kernels.Gpu.GpuLane32;

namespace Catapult.Ladders;

/// <summary>A block of 8 x 8 results for each thread: sixteen elements from shared memory feed 64 multiply-adds.</summary>
/// <remarks>
/// <para>Changed: a group computes 128 x 128 results, 64 a thread. The sums are the fields of a struct, because an array of a thread's own would lie in memory.</para>
/// <para>Predicted: 2 times: a quarter of a load for each multiply-add. The bottleneck is what a scalar load of shared memory costs, and the conflicts of
/// threads that store columns of a.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuBlockTileMatMul<S>(int m, int n, int k, ArrayView<F> a, ArrayView<F> b, ArrayView<F> y) : IGpuRung<GpuMatMulProblem> where S : struct, ISide
{
    private const int Block = 8, Depth = 8;

    private static int Tile => Block * S.Length;

    private static int Threads => S.Length * S.Length;

    public static void Launch(GpuMatMulProblem p)
    {
        if (p.HasLargeGroups) Launch<Side16>(p);
        else Launch<Side8>(p);
    }

    public void Run()
    {
        int firstRow = Grid.IdxX * Tile, firstColumn = Grid.IdxY * Tile, r = Group.IdxX / S.Length * Block, c = Group.IdxX % S.Length * Block;
        ArrayView<F> left = SharedMemory.Allocate<F>(Depth * Block * S.Length), right = SharedMemory.Allocate<F>(Depth * Block * S.Length);
        Block8<F> sums = default;
        for (int d = 0; d < k; d += Depth)
        {
            for (int i = Group.IdxX; i < Tile * Depth; i += Threads)
            {
                int row = firstRow + i / Depth, step = d + i % Depth;
                F value = default;
                if (row < m && step < k) value = a[row * k + step];
                left[i % Depth * Tile + i / Depth] = value;
            }
            for (int i = Group.IdxX; i < Depth * Tile; i += Threads)
            {
                int step = d + i / Tile, column = firstColumn + i % Tile;
                F value = default;
                if (step < k && column < n) value = b[step * n + column];
                right[i] = value;
            }
            Group.Barrier();
            for (int i = 0; i < Depth; i++) sums = Block8<F>.MultiplyAdd(Eight(left, i * Tile + r), Eight(right, i * Tile + c), sums);
            Group.Barrier();
        }
        Store(firstRow + r, firstColumn + c, sums.R0);
        Store(firstRow + r + 1, firstColumn + c, sums.R1);
        Store(firstRow + r + 2, firstColumn + c, sums.R2);
        Store(firstRow + r + 3, firstColumn + c, sums.R3);
        Store(firstRow + r + 4, firstColumn + c, sums.R4);
        Store(firstRow + r + 5, firstColumn + c, sums.R5);
        Store(firstRow + r + 6, firstColumn + c, sums.R6);
        Store(firstRow + r + 7, firstColumn + c, sums.R7);
    }

    private static void Launch<T>(GpuMatMulProblem p) where T : struct, ISide => p.Launcher.Run(
        new KernelConfig(new Index3D(GpuProblem.Parts(p.M, GpuBlockTileMatMul<T>.Tile), GpuProblem.Parts(p.N, GpuBlockTileMatMul<T>.Tile), 1), new Index3D(GpuBlockTileMatMul<T>.Threads, 1, 1)),
        new GpuBlockTileMatMul<T>(p.M, p.N, p.K, p.A.Cast<F>(), p.B.Cast<F>(), p.Y.Cast<F>()));

    private static Row8<F> Eight(ArrayView<F> shared, int place) =>
        new(new(shared[place], shared[place + 1], shared[place + 2], shared[place + 3]), new(shared[place + 4], shared[place + 5], shared[place + 6], shared[place + 7]));

    private void Store(int row, int column, Row8<F> sums)
    {
        Store(row, column, sums.Low);
        Store(row, column + Pack4<F>.Count, sums.High);
    }

    private void Store(int row, int column, Pack4<F> sums)
    {
        Store(row, column, sums.X);
        Store(row, column + 1, sums.Y);
        Store(row, column + 2, sums.Z);
        Store(row, column + 3, sums.W);
    }

    private void Store(int row, int column, F sum)
    {
        if (row < m && column < n) y[row * n + column] = sum;
    }
}
