namespace Catapult.Kernels;

/// <summary>One block of the result for the current slice of the depth: packs its rows of the left operand, then runs the tiles.</summary>
internal readonly unsafe struct MatMulBlockJob<E, V>(MatMulProblem<E> problem, MatMulBlocking blocking, int slice, int depth, E* right) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int TileRows = MatMulTile<E, V>.Rows;

    public void Run(int part)
    {
        (int rowBlock, int columnBlock) = Math.DivRem(part, blocking.ColumnBlocks);
        int row = rowBlock * blocking.Rows, rows = Math.Min(blocking.Rows, problem.M - row);
        int column = columnBlock * blocking.Columns, columns = Math.Min(blocking.Columns, problem.N - column);
        E* left = ThreadScratch.Get<E>((blocking.Rows + TileRows) * depth);
        MatMulPacking<E>.Pack(problem.A + row * problem.RowA + slice * problem.DepthA, problem.RowA, problem.DepthA, rows, depth, TileRows, left);
        int width = MatMulTile<E, V>.Columns;
        for (int j = 0; j < columns; j += width)
        {
            E* panel = right + (nint)(column + j) * depth, to = problem.Y + (nint)row * problem.N + column + j;
            for (int i = 0; i < rows; i += TileRows)
                Tile(left + (nint)i * depth, panel, to + (nint)i * problem.N, Math.Min(TileRows, rows - i), Math.Min(width, columns - j));
        }
    }

    private void Tile(E* left, E* panel, E* to, int rows, int columns)
    {
        bool accumulate = slice > 0;
        int width = MatMulTile<E, V>.Columns;
        if (rows == TileRows && columns == width)
        {
            MatMulTile<E, V>.Multiply(depth, left, panel, to, problem.N, accumulate);
            return;
        }
        E* edge = stackalloc E[TileRows * width];
        MatMulTile<E, V>.Multiply(depth, left, panel, edge, width, accumulate: false);
        for (int i = 0; i < rows; i++, to += problem.N, edge += width)
        {
            for (int j = 0; j < columns; j += V.Count)
            {
                int count = Math.Min(V.Count, columns - j);
                V sum = accumulate ? V.LoadPartial(to + j, count) + V.Load(edge + j) : V.Load(edge + j);
                V.StorePartial(sum, to + j, count);
            }
        }
    }
}
