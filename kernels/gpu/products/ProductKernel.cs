using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// A product of any two operands by 8x8 blocks in registers: per step of the sum a thread reads 16 elements from shared memory for 64 multiply-adds. Two
/// pairs of tiles take turns: while the sums run over one, the next is on its way.
/// </summary>
internal readonly struct ProductKernel<P, LP, Q, LQ, S, T>(P left, Q right, ProductShape shape, ProductResult<T> result) : IGpuKernel
    where P : struct, IOperand<T> where LP : struct, IAccess where Q : struct, IOperand<T> where LQ : struct, IAccess
    where S : struct, ITiling where T : unmanaged, IGpuLane<T>
{
    private const int Block = 8;

    public void Run()
    {
        int batch = Grid.IdxZ / shape.Splits, split = Grid.IdxZ % shape.Splits;
        int firstRow = Grid.IdxX * Block * S.Rows, firstColumn = Grid.IdxY * Block * S.Columns;
        int depth = split * shape.SplitDepth, end = IntrinsicMath.Min(depth + shape.SplitDepth, shape.K);
        int row = Group.IdxX / S.Columns, column = Group.IdxX % S.Columns;
        OperandTile<P, LP, T> lefts = new(left, Block * S.Rows, S.Depth, S.Rows * S.Columns);
        OperandTile<Q, LQ, T> rights = new(right, Block * S.Columns, S.Depth, S.Rows * S.Columns);
        // Packs of one depth, with one to spare, and of one tile.
        int leftPitch = 2 * S.Rows + 1, rightPitch = 2 * S.Columns + 1, leftTile = leftPitch * S.Depth, rightTile = rightPitch * S.Depth;
        ArrayView<Pack4<T>> leftShared = SharedMemory.Allocate<Pack4<T>>(2 * (2 * S.Rows + 1) * S.Depth);
        ArrayView<Pack4<T>> rightShared = SharedMemory.Allocate<Pack4<T>>(2 * (2 * S.Columns + 1) * S.Depth);

        lefts.Store(lefts.Fetch(batch, firstRow, depth), leftShared, 0);
        rights.Store(rights.Fetch(batch, firstColumn, depth), rightShared, 0);
        Group.Barrier();
        Row8<T> r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default, r6 = default, r7 = default;
        int turn = 0;
        for (; depth < end; depth += S.Depth)
        {
            Staged<T> nextLeft = lefts.Fetch(batch, firstRow, depth + S.Depth), nextRight = rights.Fetch(batch, firstColumn, depth + S.Depth);
            int leftPlace = turn * leftTile + row, rightPlace = turn * rightTile + column;
            for (int d = 0; d < S.Depth; d++)
            {
                Pack4<T> low = leftShared[leftPlace + d * leftPitch], high = leftShared[leftPlace + d * leftPitch + S.Rows];
                Row8<T> b = new(rightShared[rightPlace + d * rightPitch], rightShared[rightPlace + d * rightPitch + S.Columns]);
                r0 = Row8<T>.MultiplyAdd(low.X, b, r0);
                r1 = Row8<T>.MultiplyAdd(low.Y, b, r1);
                r2 = Row8<T>.MultiplyAdd(low.Z, b, r2);
                r3 = Row8<T>.MultiplyAdd(low.W, b, r3);
                r4 = Row8<T>.MultiplyAdd(high.X, b, r4);
                r5 = Row8<T>.MultiplyAdd(high.Y, b, r5);
                r6 = Row8<T>.MultiplyAdd(high.Z, b, r6);
                r7 = Row8<T>.MultiplyAdd(high.W, b, r7);
            }
            turn = 1 - turn;
            lefts.Store(nextLeft, leftShared, turn * leftTile);
            rights.Store(nextRight, rightShared, turn * rightTile);
            Group.Barrier();
        }

        int y = firstRow + Pack4<T>.Count * row, x = firstColumn + Pack4<T>.Count * column;
        Store(batch, split, y, x, r0);
        Store(batch, split, y + 1, x, r1);
        Store(batch, split, y + 2, x, r2);
        Store(batch, split, y + 3, x, r3);
        y += Pack4<T>.Count * S.Rows;
        Store(batch, split, y, x, r4);
        Store(batch, split, y + 1, x, r5);
        Store(batch, split, y + 2, x, r6);
        Store(batch, split, y + 3, x, r7);
    }

    private void Store(int batch, int split, int y, int x, Row8<T> sums)
    {
        result.Store(batch, split, y, x, sums.Low);
        result.Store(batch, split, y, x + Pack4<T>.Count * S.Columns, sums.High);
    }
}
