namespace Catapult.Kernels;

/// <summary>
/// A 3x3 correlation of step 1 over some images by Winograd's F(4x4, 3x3): strips of tiles are transformed, each of the 36 products is a small matrix
/// product over the channels, and the results are transformed back. An infinite input makes its whole tiles NaN, as infinities cancel in the transforms.
/// </summary>
internal readonly unsafe struct WinogradJob<E, V> : IJob where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int Points = WinogradTransform<E, V>.Points, Tile = WinogradTiles.Tile;

    public required WinogradTiles Tiles { get; init; }

    public required PaddedImages<E> Images { get; init; }

    public required int ImageCount { get; init; }

    public required int ImagesInPart { get; init; }

    /// <summary>Tiles that are transformed at a time.</summary>
    public required int Strip { get; init; }

    public required int InputLength { get; init; }

    public required int InChannels { get; init; }

    public required int OutHeight { get; init; }

    public required int OutWidth { get; init; }

    public required int OutChannels { get; init; }

    public required E* Input { get; init; }

    /// <summary>Packed (block, 36, InChannels, block width).</summary>
    public required E* Weights { get; init; }

    /// <summary>As long as the padded channels; zeros where the layer has none.</summary>
    public required E* Bias { get; init; }

    public required E* Output { get; init; }

    private int Depth => (InChannels + V.Count - 1) / V.Count * V.Count;

    // A line more than there is to hold, so that the 36 streams do not meet in the same sets of a cache.
    private nint InputPoint => ((nint)Strip + WinogradProduct<E, V>.Excess) * Depth + V.Count;

    private nint OutputPoint => ((nint)Strip + WinogradProduct<E, V>.Excess) * 2 * V.Count + V.Count;

    public void Run(int part)
    {
        int first = part * ImagesInPart, count = Math.Min(ImagesInPart, ImageCount - first), padding = Images.ScratchLength(ImagesInPart);
        E* scratch = ThreadScratch.Get<E>(padding + Points * (int)(InputPoint + OutputPoint));
        E* transformed = scratch + padding, products = transformed + Points * InputPoint;
        E* padded = Images.Prepare(Input + (nint)first * InputLength, count, scratch);
        int tiles = count * Tiles.Count;
        for (int tile = 0; tile < tiles; tile += Strip)
        {
            int length = Math.Min(Strip, tiles - tile);
            for (int i = 0; i < length; i++) TransformTile(padded, tile + i, transformed + (nint)i * Depth);
            Multiply(transformed, products, first, tile, length);
        }
    }

    private void TransformTile(E* padded, int tile, E* target)
    {
        (int image, int row, int column) = Tiles.Place(tile);
        E* from = padded + (nint)image * Images.Image + row * Images.Row + column * InChannels;
        for (int c = 0; c < InChannels; c += V.Count) WinogradTransform<E, V>.Input(from + c, Images.Row, InChannels, target + c, InputPoint);
    }

    private void Multiply(E* transformed, E* products, int firstImage, int tile, int length)
    {
        var blocks = new ChannelBlocks(OutChannels, V.Count);
        E* weights = Weights;
        for (int block = 0; block < blocks.Count; block++)
        {
            int width = blocks.Width(block), start = blocks.Start(block);
            for (int point = 0; point < Points; point++, weights += (nint)InChannels * width)
                WinogradProduct<E, V>.Multiply(
                    length, InChannels, transformed + point * InputPoint, Depth, 1, weights, width, products + point * OutputPoint, accumulate: false);
            for (int i = 0; i < length; i++)
                for (int c = 0; c < blocks.Valid(block); c += V.Count) Finish(products + (nint)i * width + c, firstImage, tile + i, start + c);
        }
    }

    private void Finish(E* products, int firstImage, int tile, int channel)
    {
        (int image, int row, int column) = Tiles.Place(tile);
        int left = OutChannels - channel;
        nint rowStep = (nint)OutWidth * OutChannels;
        E* y = Output + (((nint)firstImage + image) * OutHeight + row) * rowStep + (nint)column * OutChannels + channel;
        if (row + Tile <= OutHeight && column + Tile <= OutWidth && left >= V.Count)
        {
            WinogradTransform<E, V>.Output(products, OutputPoint, V.Load(Bias + channel), y, rowStep, OutChannels);
            return;
        }
        E* space = stackalloc E[(Tile * Tile + 1) * V.Count], outputs = V.Align(space);
        WinogradTransform<E, V>.Output(products, OutputPoint, V.Load(Bias + channel), outputs, Tile * V.Count, V.Count);
        int rows = Math.Min(Tile, OutHeight - row), columns = Math.Min(Tile, OutWidth - column);
        for (int i = 0; i < rows; i++, y += rowStep)
            for (int j = 0; j < columns; j++) V.StoreAtMost(V.Load(outputs + (i * Tile + j) * V.Count), y + (nint)j * OutChannels, left);
    }
}
