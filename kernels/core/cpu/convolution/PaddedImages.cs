namespace Catapult.Kernels;

/// <summary>
/// Where the images of one part lie with a border of zeros around them, so that no tap needs a bounds check. Images that need
/// no border are read where they are.
/// </summary>
internal readonly unsafe struct PaddedImages<E>(int height, int width, int channels, int top, int left, int paddedHeight, int paddedWidth) where E : unmanaged
{
    /// <summary>Elements from one padded row to the next.</summary>
    public readonly int Row = paddedWidth * channels;

    /// <summary>Elements from one padded image to the next.</summary>
    public readonly int Image = paddedHeight * paddedWidth * channels;

    private readonly bool isCopied = top > 0 || left > 0 || paddedHeight != height || paddedWidth != width;
    private readonly int paddedHeight = paddedHeight;

    /// <summary>Elements of working memory for a number of images, a little slack for edge tiles included.</summary>
    public int ScratchLength(int images) => isCopied ? images * Image + 16 : 0;

    /// <summary>The padded images, copied into <paramref name="scratch"/> where they need a border.</summary>
    public E* Prepare(E* source, int images, E* scratch)
    {
        if (!isCopied) return source;
        int rowLength = width * channels, copied = Math.Min(rowLength, Row - left * channels), rows = Math.Min(height, paddedHeight - top);
        for (int image = 0; image < images; image++, source += height * rowLength)
        {
            E* to = scratch + (nint)image * Image;
            new Span<E>(to, top * Row).Clear();
            for (int y = 0; y < rows; y++)
            {
                E* row = to + (top + y) * Row;
                new Span<E>(row, left * channels).Clear();
                new ReadOnlySpan<E>(source + y * rowLength, copied).CopyTo(new Span<E>(row + left * channels, copied));
                new Span<E>(row + left * channels + copied, Row - left * channels - copied).Clear();
            }
            new Span<E>(to + (top + rows) * Row, Image - (top + rows) * Row).Clear();
        }
        return scratch;
    }
}
