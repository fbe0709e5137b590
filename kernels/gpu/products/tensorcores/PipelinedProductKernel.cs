using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// A product on matrix units with asynchronous copies: while a warp multiplies one pair of tiles, the next two go from global into shared memory without a
/// register or an instruction of a thread, where <see cref="TensorProductKernel{P, Q, L, U, W}"/> carries it through both. One barrier a pair of tiles.
/// </summary>
/// <param name="left">The left operand, in packs of 16 bytes.</param>
/// <param name="right">The right one.</param>
/// <param name="leftAddress">Where the left operand's view begins.</param>
/// <param name="rightAddress">Where the right one's does.</param>
/// <param name="resultAddress">Where the result's does.</param>
/// <param name="shape">The sizes.</param>
/// <param name="result">Where the sums go.</param>
internal readonly struct PipelinedProductKernel<P, Q, U, S, W>(
    P left, Q right, long leftAddress, long rightAddress, long resultAddress, ProductShape shape, ProductResult<GpuLane32> result) : IGpuKernel
    where P : struct, IOperand<GpuLane32> where Q : struct, IOperand<GpuLane32> where U : struct, IPipelinedUnit<S> where S : unmanaged where W : struct, IWarpTiling
{
    private const int WarpSize = 32, WarpRows = 64, WarpColumns = 32, BlockRows = 16, BlockColumns = 8, Depth = AsyncTile<P, U, S>.Depth;

    // Pairs of tiles in shared memory: one that is read, one on its way that is waited for next, and one just started.
    private const int Stages = 3;

    // Where neither operand is loaded in packs there are too many addresses for the registers of two groups.
    public static KernelSpecialization Specialization => P.AlongDepth || Q.AlongDepth ? Launcher.TwoLargestGroups(WarpSize * W.Rows * W.Columns) : default;

    private AsyncTile<P, U, S> Lefts => new(left, leftAddress, WarpRows * W.Rows, WarpSize * W.Rows * W.Columns);

    private AsyncTile<Q, U, S> Rights => new(right, rightAddress, WarpColumns * W.Columns, WarpSize * W.Rows * W.Columns);

    public void Run()
    {
        int batch = Grid.IdxZ / shape.Splits, split = Grid.IdxZ % shape.Splits;
        int firstRow = Grid.IdxX * WarpRows * W.Rows, firstColumn = Grid.IdxY * WarpColumns * W.Columns;
        int depth = split * shape.SplitDepth, end = IntrinsicMath.Min(depth + shape.SplitDepth, shape.K);
        int warp = Group.IdxX / WarpSize, g = Group.IdxX % WarpSize / 4, t = Group.IdxX % 4;
        int warpRow = warp / W.Columns * WarpRows, warpColumn = warp % W.Columns * WarpColumns, x = firstColumn + warpColumn + 2 * t;
        int stage = Depth * (WarpRows * W.Rows + WarpColumns * W.Columns);
        // One array, so that inline text knows it by its name, the first; of packs, so that it begins at a multiple of 16 bytes.
        ArrayView<GpuLane32> shared = SharedMemory.Allocate<Pack4<GpuLane32>>(Stages * Depth * (WarpRows * W.Rows + WarpColumns * W.Columns) / 4).Cast<GpuLane32>();
        S sums = U.Start(new(
            result.StartPair<WideAccess>(batch, x), result.StartPair<WideAccess>(batch, x + BlockColumns),
            result.StartPair<WideAccess>(batch, x + 2 * BlockColumns), result.StartPair<WideAccess>(batch, x + 3 * BlockColumns)));
        Copy(batch, firstRow, firstColumn, depth, shared, 0);
        Copy(batch, firstRow, firstColumn, depth + Depth, shared, stage);
        for (int now = 0, next = 2 * stage; depth < end; depth += Depth)
        {
            U.Wait();
            Group.Barrier();
            // The stage that all have left. Beyond the end there are zeros to copy, or tiles of the next part: nobody reads them.
            Copy(batch, firstRow, firstColumn, depth + 2 * Depth, shared, next);
            sums = Multiply(sums, shared, now, warpRow + g, warpColumn + g, t);
            next = now;
            now = now == (Stages - 1) * stage ? 0 : now + stage;
        }
        // An empty parcel, so that none of the others is the latest.
        U.Commit();
        U.Wait();
        int y = firstRow + warpRow + g;
        U.Store(
            sums, result.View, resultAddress,
            new(Places(batch, split, y, x), Places(batch, split, y + BlockRows, x), Places(batch, split, y + 2 * BlockRows, x), Places(batch, split, y + 3 * BlockRows, x)),
            new(ColumnsLeft(y, x), ColumnsLeft(y + BlockRows, x), ColumnsLeft(y + 2 * BlockRows, x), ColumnsLeft(y + 3 * BlockRows, x)));
    }

    private void Copy(int batch, int firstRow, int firstColumn, int depth, ArrayView<GpuLane32> shared, int start)
    {
        Lefts.Copy(batch, firstRow, depth, shared, start);
        Rights.Copy(batch, firstColumn, depth, shared, start + Depth * WarpRows * W.Rows);
        U.Commit();
    }

    private S Multiply(S sums, ArrayView<GpuLane32> shared, int start, int row, int column, int t)
    {
        int rights = start + Depth * WarpRows * W.Rows;
        return U.MultiplyAdd(
            sums,
            new(Left(shared, start, row, t), Left(shared, start, row + BlockRows, t), Left(shared, start, row + 2 * BlockRows, t), Left(shared, start, row + 3 * BlockRows, t)),
            new(
                Rights.Elements(shared, rights, column, t), Rights.Elements(shared, rights, column + BlockColumns, t),
                Rights.Elements(shared, rights, column + 2 * BlockColumns, t), Rights.Elements(shared, rights, column + 3 * BlockColumns, t)));
    }

    private Pack2<Pack4<GpuLane32>> Left(ArrayView<GpuLane32> shared, int start, int row, int t) =>
        new(Lefts.Elements(shared, start, row, t), Lefts.Elements(shared, start, row + BlockRows / 2, t));

    private Pack2<int> Places(int batch, int split, int y, int x) => new(result.Place(batch, split, y, x), result.Place(batch, split, y + BlockRows / 2, x));

    private Pack2<int> ColumnsLeft(int y, int x) => new(result.ColumnsLeft(y, x), result.ColumnsLeft(y + BlockRows / 2, x));
}
