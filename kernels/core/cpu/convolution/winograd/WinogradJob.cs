namespace Catapult.Kernels;

/// <summary>
/// A 3x3 correlation of step 1 over some images by Winograd's F(2x2, 3x3): strips of tiles are transformed, each of the 16 products is a small matrix
/// product over the channels on the tiles of the direct convolution, and the results are transformed back.
/// An infinite input makes the whole 2x2 tile NaN, as infinities cancel in the transforms.
/// </summary>
internal readonly unsafe struct WinogradJob<E, V> : IJob where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int Points = WinogradTransform<E, V>.Points, Step = ConvolutionTile<E, V>.Pixels;

    // Elements of a strip's transformed inputs for one product: about 64 KiB for all sixteen, half of the second-level cache's fair share.
    private const int StripElements = 1_024;

    public required PaddedImages<E> Images { get; init; }

    public required int ImageCount { get; init; }

    public required int ImagesInPart { get; init; }

    public required int InputLength { get; init; }

    public required int InChannels { get; init; }

    public required int OutHeight { get; init; }

    public required int OutWidth { get; init; }

    public required int OutChannels { get; init; }

    public required E* Input { get; init; }

    /// <summary>Packed (block, 16, InChannels, block width).</summary>
    public required E* Weights { get; init; }

    /// <summary>As long as the padded channels; zeros where the layer has none.</summary>
    public required E* Bias { get; init; }

    /// <summary>Two vectors of zeros.</summary>
    public required E* Zeros { get; init; }

    public required E* Output { get; init; }

    private int TileRows => (OutHeight + 1) / 2;

    private int TileColumns => (OutWidth + 1) / 2;

    private int Strip => Math.Max(Step, StripElements / InChannels / Step * Step);

    public void Run(int part)
    {
        int first = part * ImagesInPart, count = Math.Min(ImagesInPart, ImageCount - first), strip = Strip, imageLength = Images.ScratchLength(count);
        E* scratch = ThreadScratch.Get<E>(Images.ScratchLength(ImagesInPart) + Points * strip * (InChannels + 2 * V.Count));
        E* transformed = scratch + imageLength, products = transformed + (nint)Points * strip * InChannels;
        E* padded = Images.Prepare(Input + (nint)first * InputLength, count, scratch);
        int tiles = count * TileRows * TileColumns;
        for (int tile = 0; tile < tiles; tile += strip)
        {
            int length = Math.Min(strip, tiles - tile);
            for (int i = 0; i < length; i++) TransformTile(padded, tile + i, transformed + (nint)i * InChannels, strip);
            Multiply(transformed, products, first, tile, length, strip);
        }
    }

    private (int Image, int Row, int Column) Place(int tile)
    {
        (int line, int column) = Math.DivRem(tile, TileColumns);
        (int image, int row) = Math.DivRem(line, TileRows);
        return (image, 2 * row, 2 * column);
    }

    private void TransformTile(E* padded, int tile, E* target, int strip)
    {
        (int image, int row, int column) = Place(tile);
        E* from = padded + (nint)image * Images.Image + row * Images.Row + column * InChannels;
        nint point = (nint)strip * InChannels;
        for (int c = 0; c < InChannels; c += V.Count)
        {
            // The last vector of an odd number of channels is moved back to overlap its neighbour.
            int at = Math.Min(c, InChannels - V.Count);
            WinogradTransform<E, V>.Input(from + at, Images.Row, InChannels, target + at, point);
        }
    }

    private void Multiply(E* transformed, E* products, int firstImage, int tile, int length, int strip)
    {
        var blocks = new ChannelBlocks(OutChannels, V.Count);
        E** inputs = stackalloc E*[Step];
        E** outputs = stackalloc E*[Step];
        int here = 0;
        for (int block = 0; block < blocks.Count; block++)
        {
            int width = blocks.Width(block), start = blocks.Start(block);
            E* weights = Weights + (nint)start * Points * InChannels;
            for (int point = 0; point < Points; point++, weights += (nint)InChannels * width)
            {
                for (int i = 0; i < length; i += Step)
                {
                    // Tiles behind the last are computed from stale numbers and thrown away.
                    for (int k = 0; k < Step; k++)
                    {
                        nint place = (nint)point * strip + i + k;
                        inputs[k] = transformed + place * InChannels;
                        outputs[k] = products + place * width;
                    }
                    if (width == V.Count) ConvolutionTile<E, V>.Narrow(inputs, &here, 1, InChannels, weights, Zeros, outputs);
                    else ConvolutionTile<E, V>.Wide(inputs, &here, 1, InChannels, weights, Zeros, outputs);
                }
            }
            for (int i = 0; i < length; i++)
                for (int c = 0; c < blocks.Valid(block); c += V.Count)
                    Finish(products + (nint)i * width + c, (nint)strip * width, firstImage, tile + i, start + c);
        }
    }

    private void Finish(E* products, nint point, int firstImage, int tile, int channel)
    {
        (int image, int row, int column) = Place(tile);
        int left = OutChannels - channel;
        WinogradTransform<E, V>.Output(products, point, V.Load(Bias + channel), out V y00, out V y01, out V y10, out V y11);
        E* y = Output + ((((nint)firstImage + image) * OutHeight + row) * OutWidth + column) * OutChannels + channel;
        bool right = column + 1 < OutWidth, below = row + 1 < OutHeight;
        V.StoreAtMost(y00, y, left);
        if (right) V.StoreAtMost(y01, y + OutChannels, left);
        if (below) V.StoreAtMost(y10, y + (nint)OutWidth * OutChannels, left);
        if (right && below) V.StoreAtMost(y11, y + ((nint)OutWidth + 1) * OutChannels, left);
    }
}
