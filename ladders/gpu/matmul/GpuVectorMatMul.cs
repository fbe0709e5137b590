using Catapult.Kernels.Gpu;
using ILGPU;
using F = Catapult.Kernels.Gpu.GpuLane32;

namespace Catapult.Ladders;

/// <summary>
/// Sixteen bytes an instruction, from global memory and from shared: four loads feed 64 multiply-adds. A thread's block falls into four squares, so that the
/// threads of a warp read neighbouring packs; and a pack of room between the depths of a tile keeps those that store columns of a out of each other's banks.
/// Where rows are not multiples of four elements, global memory is read one by one.
/// </summary>
/// <remarks>
/// <para>Changed: tiles are brought and read in packs of four, with the engine's <see cref="OperandTile{P, L, R, T}"/>.</para>
/// <para>Predicted: 1.5 times: a sixteenth of a load for each multiply-add. The bottleneck is the barrier: no thread computes while the next tile is on its way.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuVectorMatMul<L, S>(RowOperand<F> left, ColumnOperand<F> right, int k, ProductResult<F> result) : IGpuRung<GpuMatMulProblem>
    where L : struct, IAccess where S : struct, ISide
{
    private const int Block = 8, Depth = 8;

    private static int Tile => Block * S.Length;

    private static int Threads => S.Length * S.Length;

    public static void Launch(GpuMatMulProblem p)
    {
        if (!p.HasLargeGroups) Launch<NarrowAccess, Side8>(p);
        else if (p.IsWide) Launch<WideAccess, Side16>(p);
        else Launch<NarrowAccess, Side16>(p);
    }

    public void Run()
    {
        int firstRow = Grid.IdxX * Tile, firstColumn = Grid.IdxY * Tile, row = Group.IdxX / S.Length, column = Group.IdxX % S.Length;
        OperandTile<RowOperand<F>, L, ExactFormat<F>, F> lefts = new(left, Tile, Depth, Threads);
        OperandTile<ColumnOperand<F>, L, ExactFormat<F>, F> rights = new(right, Tile, Depth, Threads);
        int pitch = 2 * S.Length + 1;
        ArrayView<Pack4<F>> leftShared = SharedMemory.Allocate<Pack4<F>>((2 * S.Length + 1) * Depth), rightShared = SharedMemory.Allocate<Pack4<F>>((2 * S.Length + 1) * Depth);
        Block8<F> sums = default;
        for (int d = 0; d < k; d += Depth)
        {
            lefts.Store(lefts.Fetch(0, firstRow, d), leftShared, 0);
            rights.Store(rights.Fetch(0, firstColumn, d), rightShared, 0);
            Group.Barrier();
            for (int i = 0; i < Depth; i++)
            {
                int leftPlace = i * pitch + row, rightPlace = i * pitch + column;
                sums = Block8<F>.MultiplyAdd(new(leftShared[leftPlace], leftShared[leftPlace + S.Length]), new(rightShared[rightPlace], rightShared[rightPlace + S.Length]), sums);
            }
            Group.Barrier();
        }
        int y = firstRow + Pack4<F>.Count * row, x = firstColumn + Pack4<F>.Count * column;
        Store(y, x, sums.R0);
        Store(y + 1, x, sums.R1);
        Store(y + 2, x, sums.R2);
        Store(y + 3, x, sums.R3);
        y += Pack4<F>.Count * S.Length;
        Store(y, x, sums.R4);
        Store(y + 1, x, sums.R5);
        Store(y + 2, x, sums.R6);
        Store(y + 3, x, sums.R7);
    }

    private static void Launch<A, T>(GpuMatMulProblem p) where A : struct, IAccess where T : struct, ISide => p.Launcher.Run(
        new KernelConfig(new Index3D(GpuProblem.Parts(p.M, Block * T.Length), GpuProblem.Parts(p.N, Block * T.Length), 1), new Index3D(T.Length * T.Length, 1, 1)),
        new GpuVectorMatMul<A, T>(
            new(p.A.Cast<F>(), p.M, p.K, p.K, 0), new(p.B.Cast<F>(), p.N, p.K, p.N, 0), p.K, new ProductTarget<F>(p.Y.Cast<F>(), p.M, p.N, p.N, p.M * p.N, 1).Whole()));

    private void Store(int y, int x, Row8<F> sums)
    {
        result.Store<L>(0, 0, y, x, sums.Low);
        result.Store<L>(0, 0, y, x + Pack4<F>.Count * S.Length, sums.High);
    }
}
