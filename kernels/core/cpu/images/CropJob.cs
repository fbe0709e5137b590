namespace Catapult.Kernels;

/// <summary>Some images, line by line through a table of values: 256 a channel make a look-up the fastest formula.</summary>
internal readonly unsafe struct CropJob<E>(ImageGeometry geometry, int images, int imagesInPart, byte* pixels, ImageCrop* crops, E* table, E* y) : IJob where E : unmanaged
{
    public void Run(int part)
    {
        int first = part * imagesInPart, last = Math.Min(first + imagesInPart, images);
        Span<int> columns = stackalloc int[geometry.Width];
        for (int i = first; i < last; i++)
        {
            for (int column = 0; column < columns.Length; column++) columns[column] = geometry.SourceColumn(crops[i], column) * geometry.Channels;
            for (int row = 0; row < geometry.Height; row++) WriteLine(crops[i], columns, row, y + ((nint)i * geometry.Height + row) * geometry.Width * geometry.Channels);
        }
    }

    private void WriteLine(ImageCrop crop, ReadOnlySpan<int> columns, int row, E* to)
    {
        byte* line = pixels + (nint)geometry.SourceLine(crop, row) * geometry.Width * geometry.Channels;
        if (geometry.Channels == 1) WriteGrey(line, columns, to);
        else WriteChannels(line, columns, to);
        if (geometry.CutSide == 0) return;
        for (int column = 0; column < columns.Length; column++)
            if (geometry.IsCut(crop, row, column)) new Span<E>(to + column * geometry.Channels, geometry.Channels).Clear();
    }

    private void WriteGrey(byte* line, ReadOnlySpan<int> columns, E* to)
    {
        for (int column = 0; column < columns.Length; column++) to[column] = table[line[columns[column]]];
    }

    private void WriteChannels(byte* line, ReadOnlySpan<int> columns, E* to)
    {
        foreach (int column in columns)
            for (int channel = 0; channel < geometry.Channels; channel++) *to++ = table[channel * ImageGeometry.Levels + line[column + channel]];
    }
}
