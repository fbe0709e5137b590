namespace Catapult.Kernels;

/// <summary>
/// How a product is cut: the result into blocks of rows and columns, each computed a slice of the depth at a time. A right panel of a slice streams from
/// the second-level cache, where a block's results, its left rows and its right panels of a slice lie together.
/// </summary>
internal readonly struct MatMulBlocking
{
    public const int Depth = 512;
    private const int MostRows = 256, MostColumns = 256;
    private const int WantedBlocks = 16;

    public MatMulBlocking(int m, int n, int tileRows, int tileColumns)
    {
        int tiles = Blocks(m, tileRows), panels = Blocks(n, tileColumns);
        Columns = Blocks(panels, Math.Clamp(Blocks(WantedBlocks, Blocks(m, MostRows)), Math.Min(panels, Blocks(n, MostColumns)), panels)) * tileColumns;
        ColumnBlocks = Blocks(n, Columns);
        Rows = Blocks(tiles, Math.Clamp(Blocks(WantedBlocks, ColumnBlocks), Math.Min(tiles, Blocks(m, MostRows)), tiles)) * tileRows;
        RowBlocks = Blocks(m, Rows);
    }

    public int Rows { get; }

    public int RowBlocks { get; }

    public int Columns { get; }

    public int ColumnBlocks { get; }

    public int Count => RowBlocks * ColumnBlocks;

    private static int Blocks(int length, int most) => (length + most - 1) / most;
}
