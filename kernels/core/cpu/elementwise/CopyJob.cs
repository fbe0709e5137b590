namespace Catapult.Kernels;

/// <summary>Strided copy of one block of rows; <typeparamref name="W"/> is a word of the elements' size, as their meaning does not matter.</summary>
internal readonly unsafe struct CopyJob<W>(LoopNest nest, W* x, W* y, int rows, int rowsInPart) : IJob where W : unmanaged
{
    public void Run(int part)
    {
        int columns = nest.Extents[nest.Rank - 1], stepX = nest.StridesA[nest.Rank - 1], stepY = nest.StridesB[nest.Rank - 1];
        for (int row = part * rowsInPart, end = Math.Min(row + rowsInPart, rows); row < end; row++)
        {
            (int offsetX, int offsetY) = nest.RowOffsets(row);
            W* from = x + offsetX, to = y + offsetY;
            if (stepX == 1 && stepY == 1)
                new ReadOnlySpan<W>(from, columns).CopyTo(new Span<W>(to, columns));
            else
                for (int i = 0; i < columns; i++, from += stepX, to += stepY) *to = *from;
        }
    }
}
