using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// A product on matrix units: as <see cref="ProductKernel{P, Q, L, S, T}"/>, but each warp multiplies 16x8 blocks with one instruction, 4x4 of them, for
/// 64x32 sums in its threads' registers.
/// </summary>
internal readonly struct TensorProductKernel<P, Q, L, U, W>(P left, Q right, ProductShape shape, ProductResult<GpuLane32> result) : IGpuKernel
    where P : struct, IOperand<GpuLane32> where Q : struct, IOperand<GpuLane32> where L : struct, IAccess where U : struct, IMatrixUnit where W : struct, IWarpTiling
{
    private const int WarpSize = 32, WarpRows = 64, WarpColumns = 32, BlockRows = 16, BlockColumns = 8;

    public static KernelSpecialization Specialization => Launcher.TwoLargestGroups(WarpSize * W.Rows * W.Columns);

    public void Run()
    {
        int batch = Grid.IdxZ / shape.Splits, split = Grid.IdxZ % shape.Splits;
        int firstRow = Grid.IdxX * WarpRows * W.Rows, firstColumn = Grid.IdxY * WarpColumns * W.Columns;
        int depth = split * shape.SplitDepth, end = IntrinsicMath.Min(depth + shape.SplitDepth, shape.K);
        int warp = Group.IdxX / WarpSize, g = Group.IdxX % WarpSize / 4, t = Group.IdxX % 4;
        int warpRow = warp / W.Columns * WarpRows, warpColumn = warp % W.Columns * WarpColumns;
        OperandTile<P, L, U, GpuLane32> lefts = new(left, WarpRows * W.Rows, W.Depth, WarpSize * W.Rows * W.Columns);
        OperandTile<Q, L, U, GpuLane32> rights = new(right, WarpColumns * W.Columns, W.Depth, WarpSize * W.Rows * W.Columns);
        int leftPitch = WarpRows * W.Rows + U.Padding, rightPitch = WarpColumns * W.Columns + U.Padding;
        ArrayView<Pack4<GpuLane32>> leftShared = SharedMemory.Allocate<Pack4<GpuLane32>>(2 * (WarpRows * W.Rows + U.Padding) / 4 * W.Depth);
        ArrayView<Pack4<GpuLane32>> rightShared = SharedMemory.Allocate<Pack4<GpuLane32>>(2 * (WarpColumns * W.Columns + U.Padding) / 4 * W.Depth);

        int x = firstColumn + warpColumn + 2 * t;
        Pack4<Pack4<GpuLane32>> start = new(Start(batch, x), Start(batch, x + BlockColumns), Start(batch, x + 2 * BlockColumns), Start(batch, x + 3 * BlockColumns));
        Pack4<Pack4<Pack4<GpuLane32>>> sums = new(start, start, start, start);
        Staged<GpuLane32> nextLeft = lefts.Fetch(batch, firstRow, depth), nextRight = rights.Fetch(batch, firstColumn, depth);
        for (int turn = 0; depth < end; depth += W.Depth, turn = 1 - turn)
        {
            lefts.Store(nextLeft, leftShared, turn * leftPitch / 4 * W.Depth);
            rights.Store(nextRight, rightShared, turn * rightPitch / 4 * W.Depth);
            Group.Barrier();
            nextLeft = lefts.Fetch(batch, firstRow, depth + W.Depth);
            nextRight = rights.Fetch(batch, firstColumn, depth + W.Depth);
            ArrayView<GpuLane32> leftTile = leftShared.Cast<GpuLane32>(), rightTile = rightShared.Cast<GpuLane32>();
            for (int d = 0; d < W.Depth; d += U.Depth)
            {
                int leftPlace = (turn * W.Depth + d) * leftPitch + warpRow + g, rightPlace = (turn * W.Depth + d) * rightPitch + warpColumn + g;
                Pack4<Pack2<uint>> b = new(
                    Right(rightTile, rightPlace, rightPitch, t),
                    Right(rightTile, rightPlace + BlockColumns, rightPitch, t),
                    Right(rightTile, rightPlace + 2 * BlockColumns, rightPitch, t),
                    Right(rightTile, rightPlace + 3 * BlockColumns, rightPitch, t));
                sums = new(
                    MultiplyAdd(Left(leftTile, leftPlace, leftPitch, t), b, sums.X),
                    MultiplyAdd(Left(leftTile, leftPlace + BlockRows, leftPitch, t), b, sums.Y),
                    MultiplyAdd(Left(leftTile, leftPlace + 2 * BlockRows, leftPitch, t), b, sums.Z),
                    MultiplyAdd(Left(leftTile, leftPlace + 3 * BlockRows, leftPitch, t), b, sums.W));
            }
        }

        int y = firstRow + warpRow + g;
        Store(batch, split, y, x, sums.X);
        Store(batch, split, y + BlockRows, x, sums.Y);
        Store(batch, split, y + 2 * BlockRows, x, sums.Z);
        Store(batch, split, y + 3 * BlockRows, x, sums.W);
    }

    private static Pack4<uint> Left(ArrayView<GpuLane32> tile, int place, int pitch, int t) => new(
        U.Register(tile, place, pitch, t, 0),
        U.Register(tile, place + 8, pitch, t, 0),
        U.Register(tile, place, pitch, t, 1),
        U.Register(tile, place + 8, pitch, t, 1));

    private static Pack2<uint> Right(ArrayView<GpuLane32> tile, int place, int pitch, int t) =>
        new(U.Register(tile, place, pitch, t, 0), U.Register(tile, place, pitch, t, 1));

    private static Pack4<Pack4<GpuLane32>> MultiplyAdd(Pack4<uint> a, Pack4<Pack2<uint>> b, Pack4<Pack4<GpuLane32>> sums) =>
        new(U.MultiplyAdd(a, b.X, sums.X), U.MultiplyAdd(a, b.Y, sums.Y), U.MultiplyAdd(a, b.Z, sums.Z), U.MultiplyAdd(a, b.W, sums.W));

    private Pack4<GpuLane32> Start(int batch, int x)
    {
        Pack2<GpuLane32> start = result.StartPair<L>(batch, x);
        return new(start.X, start.Y, start.X, start.Y);
    }

    private void Store(int batch, int split, int y, int x, Pack4<Pack4<GpuLane32>> row)
    {
        StoreBlock(batch, split, y, x, row.X);
        StoreBlock(batch, split, y, x + BlockColumns, row.Y);
        StoreBlock(batch, split, y, x + 2 * BlockColumns, row.Z);
        StoreBlock(batch, split, y, x + 3 * BlockColumns, row.W);
    }

    private void StoreBlock(int batch, int split, int y, int x, Pack4<GpuLane32> sums)
    {
        result.StorePair<L>(batch, split, y, x, new(sums.X, sums.Y));
        result.StorePair<L>(batch, split, y + 8, x, new(sums.Z, sums.W));
    }
}
