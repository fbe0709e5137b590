namespace Catapult.Kernels;

/// <summary>y = f(a, b) over a block of a loop nest: some whole rows, or a piece of one long row.</summary>
internal readonly unsafe struct BinaryJob<O, E, V> : IJob where O : struct, IBinary where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private readonly O f;
    private readonly LoopNest nest;
    private readonly E* a, b, y;
    private readonly int rows, columns, rowsInPart, columnsInPart, piecesOfRow;

    public BinaryJob(O f, in LoopNest nest, E* a, E* b, E* y, int grain)
    {
        (this.f, this.nest) = (f, nest);
        this.a = a;
        this.b = b;
        this.y = y;
        columns = nest.Extents[nest.Rank - 1];
        rows = columns == 0 ? 0 : nest.Length / columns;
        columnsInPart = Math.Min(Math.Max(columns, 1), grain);
        piecesOfRow = (columns + columnsInPart - 1) / columnsInPart;
        rowsInPart = Math.Max(1, grain / columnsInPart);
    }

    public int Parts => (rows + rowsInPart - 1) / rowsInPart * piecesOfRow;

    public void Run(int part)
    {
        (int block, int piece) = Math.DivRem(part, piecesOfRow);
        int column = piece * columnsInPart, count = Math.Min(columnsInPart, columns - column);
        int strideA = nest.StridesA[nest.Rank - 1], strideB = nest.StridesB[nest.Rank - 1];
        for (int row = block * rowsInPart, end = Math.Min(row + rowsInPart, rows); row < end; row++)
        {
            (int offsetA, int offsetB) = nest.RowOffsets(row);
            E* rowA = a + offsetA + column * strideA, rowB = b + offsetB + column * strideB, rowY = y + (nint)row * columns + column;
            if (strideA == 0) LeftConstant(rowA, rowB, rowY, count);
            else if (strideB == 0) RightConstant(rowA, rowB, rowY, count);
            else Both(rowA, rowB, rowY, count);
        }
    }

    private void Both(E* a, E* b, E* y, int count)
    {
        int i = 0;
        for (; i <= count - V.Count; i += V.Count) V.Store(f.F(V.Load(a + i), V.Load(b + i)), y + i);
        if (i < count) V.StorePartial(f.F(V.LoadPartial(a + i, count - i), V.LoadPartial(b + i, count - i)), y + i, count - i);
    }

    private void LeftConstant(E* a, E* b, E* y, int count)
    {
        V left = V.Broadcast(a);
        int i = 0;
        for (; i <= count - V.Count; i += V.Count) V.Store(f.F(left, V.Load(b + i)), y + i);
        if (i < count) V.StorePartial(f.F(left, V.LoadPartial(b + i, count - i)), y + i, count - i);
    }

    private void RightConstant(E* a, E* b, E* y, int count)
    {
        V right = V.Broadcast(b);
        int i = 0;
        for (; i <= count - V.Count; i += V.Count) V.Store(f.F(V.Load(a + i), right), y + i);
        if (i < count) V.StorePartial(f.F(V.LoadPartial(a + i, count - i), right), y + i, count - i);
    }
}
