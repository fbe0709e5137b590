namespace Catapult.Kernels;

/// <summary>
/// How a product is cut: a slice of the depth at a time, and within it blocks of rows and columns. One left panel and one right panel of a slice
/// fit the first-level cache together, a left block the second.
/// </summary>
internal readonly struct MatMulBlocking
{
    public const int Depth = 256;
    private const int BlockRows = 48;
    private const int WantedBlocks = 16;

    public MatMulBlocking(int m, int n, int tileColumns)
    {
        Rows = Math.Min(BlockRows, m);
        RowBlocks = (m + Rows - 1) / Rows;
        int panels = (n + tileColumns - 1) / tileColumns, columnBlocks = Math.Clamp(WantedBlocks / RowBlocks, 1, panels);
        Columns = (panels + columnBlocks - 1) / columnBlocks * tileColumns;
        ColumnBlocks = (n + Columns - 1) / Columns;
    }

    public int Rows { get; }

    public int RowBlocks { get; }

    public int Columns { get; }

    public int ColumnBlocks { get; }

    public int Blocks => RowBlocks * ColumnBlocks;
}
