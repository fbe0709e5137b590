namespace Catapult.Kernels;

/// <summary>
/// One block of the result, slice by slice, so that it stays in cache until it is done. The left rows are read where they lie; only where the elements
/// of a row lie apart are they packed first.
/// </summary>
internal readonly unsafe struct MatMulBlockJob<E, V>(MatMulProblem<E> problem, MatMulBlocking blocking, E* right) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int TileRows = MatMulTile<E, V>.Rows;

    private static int TileColumns => MatMulTile<E, V>.Columns;

    public void Run(int part)
    {
        (int rowBlock, int columnBlock) = Math.DivRem(part, blocking.ColumnBlocks);
        int row = rowBlock * blocking.Rows, rows = Math.Min(blocking.Rows, problem.M - row);
        int column = columnBlock * blocking.Columns, columns = Math.Min(blocking.Columns, problem.N - column);
        E* to = problem.Y + (nint)row * problem.N + column;
        for (int slice = problem.Start; slice < problem.End; slice += MatMulBlocking.Depth)
        {
            int depth = Math.Min(MatMulBlocking.Depth, problem.End - slice);
            E* left = problem.A + row * problem.RowA + slice * problem.DepthA, panels = right + (nint)(slice - problem.Start) * problem.PaddedN + (nint)column * depth;
            if (problem.DepthA == 1)
            {
                Tiles(left, problem.RowA, problem.RowA * TileRows, 1, rows, panels, columns, depth, to, slice > 0);
                continue;
            }
            E* packed = ThreadScratch.Get<E>(MatMulPacking<E, V>.Length(rows, depth, TileRows));
            MatMulPacking<E, V>.Pack(left, problem.RowA, problem.DepthA, rows, depth, TileRows, packed);
            Tiles(packed, 1, TileRows * depth, TileRows, rows, panels, columns, depth, to, slice > 0);
        }
    }

    /// <param name="a">The first of the left rows.</param>
    /// <param name="row">From one row to the next within a tile.</param>
    /// <param name="tile">From one tile to the next.</param>
    /// <param name="step">From one element of a row to the next.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="panels">The right operand's panels of this slice.</param>
    /// <param name="columns">Columns of the block.</param>
    /// <param name="depth">Steps of this slice.</param>
    /// <param name="to">The block's first result.</param>
    /// <param name="accumulate">Whether there are sums of earlier slices.</param>
    private void Tiles(E* a, nint row, nint tile, nint step, int rows, E* panels, int columns, int depth, E* to, bool accumulate)
    {
        nint ldy = problem.N;
        E* edge = stackalloc E[TileRows * TileColumns];
        for (int i = 0; i < rows; i += TileRows, a += tile)
        {
            E* panel = panels;
            for (int j = 0; j < columns; j += TileColumns, panel += (nint)depth * TileColumns)
            {
                int height = Math.Min(TileRows, rows - i), width = Math.Min(TileColumns, columns - j);
                E* y = to + i * ldy + j;
                if (height == TileRows && width == TileColumns)
                {
                    MatMulTile<E, V>.Multiply(depth, a, row, step, height - 1, panel, y, ldy, accumulate);
                    continue;
                }
                MatMulTile<E, V>.Multiply(depth, a, row, step, height - 1, panel, edge, TileColumns, accumulate: false);
                StoreEdge(edge, y, height, width, accumulate);
            }
        }
    }

    private void StoreEdge(E* edge, E* y, int height, int width, bool accumulate)
    {
        for (int i = 0; i < height; i++, y += problem.N, edge += TileColumns)
        {
            for (int j = 0; j < width; j += V.Count)
            {
                int left = width - j;
                V sum = accumulate ? V.LoadAtMost(y + j, left) + V.Load(edge + j) : V.Load(edge + j);
                V.StoreAtMost(sum, y + j, left);
            }
        }
    }
}
