namespace Catapult.Kernels;

/// <summary>The sizes of the images of <see cref="KernelSet.CropImages"/>.</summary>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Bytes of a pixel.</param>
/// <param name="CutSide">The side of the square that is cut out of each image; 0 for none.</param>
public readonly record struct ImageGeometry(int Height, int Width, int Channels, int CutSide)
{
    /// <summary>Values of byte that a table holds for each channel.</summary>
    public const int Levels = 256;

    /// <summary>The elements of an image.</summary>
    public int Size => Height * Width * Channels;

    /// <summary>The byte of the data set with which a pixel of a crop begins; -1 where it is cut out.</summary>
    public int Source(ImageCrop crop, int row, int column) =>
        IsCut(crop, row, column) ? -1 : (SourceLine(crop, row) * Width + SourceColumn(crop, column)) * Channels;

    /// <summary>Whether a pixel lies in the square that is cut out.</summary>
    public bool IsCut(ImageCrop crop, int row, int column) =>
        (uint)(row - crop.CutTop) < (uint)CutSide && (uint)(column - crop.CutLeft) < (uint)CutSide;

    /// <summary>The line of the data set, counted through all images, that a row of a crop comes from.</summary>
    public int SourceLine(ImageCrop crop, int row) => crop.Sample * Height + Reflect(row + crop.Down, Height);

    /// <summary>The column that a column of a crop comes from.</summary>
    public int SourceColumn(ImageCrop crop, int column) => Reflect((crop.Mirror != 0 ? Width - 1 - column : column) + crop.Right, Width);

    /// <summary>An index past an end, mirrored about that end's pixel, which is not repeated.</summary>
    private static int Reflect(int index, int length) => index < 0 ? -index : index >= length ? 2 * (length - 1) - index : index;
}
