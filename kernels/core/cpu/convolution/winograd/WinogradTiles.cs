namespace Catapult.Kernels;

/// <summary>How images are cut into tiles of 4x4 outputs, and the images with the border that their windows of 6x6 inputs need.</summary>
internal readonly struct WinogradTiles(int height, int width)
{
    /// <summary>Rows and columns of outputs in a tile, and of the inputs in its window.</summary>
    public const int Tile = 4, Window = Tile + 2;

    public readonly int Rows = (height + Tile - 1) / Tile, Columns = (width + Tile - 1) / Tile;

    /// <summary>Tiles of an image.</summary>
    public int Count => Rows * Columns;

    /// <summary>Pixels of an image's tiles.</summary>
    public int Pixels => Count * Tile * Tile;

    /// <summary>The images that the windows read, <paramref name="top"/> and <paramref name="left"/> zeros before the first pixel.</summary>
    public PaddedImages<E> Inputs<E>(int inHeight, int inWidth, int channels, int top, int left) where E : unmanaged =>
        new(inHeight, inWidth, channels, top, left, Rows * Tile + Window - Tile, Columns * Tile + Window - Tile);

    /// <summary>The outputs' gradients in whole tiles.</summary>
    public PaddedImages<E> Outputs<E>(int outHeight, int outWidth, int channels) where E : unmanaged =>
        new(outHeight, outWidth, channels, 0, 0, Rows * Tile, Columns * Tile);

    /// <summary>The image of a tile, and the first output of the tile.</summary>
    public (int Image, int Row, int Column) Place(int tile)
    {
        (int line, int column) = Math.DivRem(tile, Columns);
        (int image, int row) = Math.DivRem(line, Rows);
        return (image, Tile * row, Tile * column);
    }
}
