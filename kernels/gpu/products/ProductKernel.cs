using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// A product of any two operands by 8x8 blocks in registers: per step of the sum a thread reads 16 elements from shared memory for 64 multiply-adds. Two
/// pairs of tiles take turns: while the sums run over one, the next is on its way.
/// </summary>
internal readonly struct ProductKernel<P, Q, L, S, T>(P left, Q right, ProductShape shape, ProductResult<T> result) : IGpuKernel
    where P : struct, IOperand<T> where Q : struct, IOperand<T> where L : struct, IAccess where S : struct, ITiling where T : unmanaged, IGpuLane<T>
{
    private const int Block = 8;

    public static KernelSpecialization Specialization => Launcher.TwoLargestGroups(S.Rows * S.Columns);

    public void Run()
    {
        int batch = Grid.IdxZ / shape.Splits, split = Grid.IdxZ % shape.Splits;
        int firstRow = Grid.IdxX * Block * S.Rows, firstColumn = Grid.IdxY * Block * S.Columns;
        int depth = split * shape.SplitDepth, end = IntrinsicMath.Min(depth + shape.SplitDepth, shape.K);
        int row = Group.IdxX / S.Columns, column = Group.IdxX % S.Columns;
        OperandTile<P, L, ExactFormat<T>, T> lefts = new(left, Block * S.Rows, S.Depth, S.Rows * S.Columns);
        OperandTile<Q, L, ExactFormat<T>, T> rights = new(right, Block * S.Columns, S.Depth, S.Rows * S.Columns);
        // Packs of one depth, with one to spare, and of one tile.
        int leftPitch = 2 * S.Rows + 1, rightPitch = 2 * S.Columns + 1, leftTile = leftPitch * S.Depth, rightTile = rightPitch * S.Depth;
        ArrayView<Pack4<T>> leftShared = SharedMemory.Allocate<Pack4<T>>(2 * (2 * S.Rows + 1) * S.Depth);
        ArrayView<Pack4<T>> rightShared = SharedMemory.Allocate<Pack4<T>>(2 * (2 * S.Columns + 1) * S.Depth);

        int x = firstColumn + Pack4<T>.Count * column, apart = Pack4<T>.Count * S.Columns;
        Row8<T> start = new(result.Start<L>(batch, x), result.Start<L>(batch, x + apart));
        Block8<T> sums = new(start, start, start, start, start, start, start, start);
        Staged<T> nextLeft = lefts.Fetch(batch, firstRow, depth), nextRight = rights.Fetch(batch, firstColumn, depth);
        for (int turn = 0; depth < end; depth += S.Depth, turn = 1 - turn)
        {
            // No thread still reads this pair of tiles: all have met at the barrier of the turn between.
            lefts.Store(nextLeft, leftShared, turn * leftTile);
            rights.Store(nextRight, rightShared, turn * rightTile);
            Group.Barrier();
            nextLeft = lefts.Fetch(batch, firstRow, depth + S.Depth);
            nextRight = rights.Fetch(batch, firstColumn, depth + S.Depth);
            int leftPlace = turn * leftTile + row, rightPlace = turn * rightTile + column;
            for (int d = 0; d < S.Depth; d += 2)
            {
                sums = Step(leftShared, leftPlace + d * leftPitch, rightShared, rightPlace + d * rightPitch, sums);
                sums = Step(leftShared, leftPlace + (d + 1) * leftPitch, rightShared, rightPlace + (d + 1) * rightPitch, sums);
            }
        }

        int y = firstRow + Pack4<T>.Count * row;
        Store(batch, split, y, x, sums.R0);
        Store(batch, split, y + 1, x, sums.R1);
        Store(batch, split, y + 2, x, sums.R2);
        Store(batch, split, y + 3, x, sums.R3);
        y += Pack4<T>.Count * S.Rows;
        Store(batch, split, y, x, sums.R4);
        Store(batch, split, y + 1, x, sums.R5);
        Store(batch, split, y + 2, x, sums.R6);
        Store(batch, split, y + 3, x, sums.R7);
    }

    private static Block8<T> Step(ArrayView<Pack4<T>> left, int leftPlace, ArrayView<Pack4<T>> right, int rightPlace, Block8<T> sums) =>
        Block8<T>.MultiplyAdd(new(left[leftPlace], left[leftPlace + S.Rows]), new(right[rightPlace], right[rightPlace + S.Columns]), sums);

    private void Store(int batch, int split, int y, int x, Row8<T> sums)
    {
        result.Store<L>(batch, split, y, x, sums.Low);
        result.Store<L>(batch, split, y, x + Pack4<T>.Count * S.Columns, sums.High);
    }
}
