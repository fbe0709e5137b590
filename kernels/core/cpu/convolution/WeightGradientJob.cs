namespace Catapult.Kernels;

/// <summary>
/// The weight gradient over one share of the images, into the share's own partial result of the packed layout
/// (group, block, runs, run length rounded up to whole tiles, block width). Shares are cut by the batch size alone.
/// </summary>
internal readonly unsafe struct WeightGradientJob<E, V>(
    Conv2dGeometry g, PaddedImages<E> images, ChannelBlocks blocks, int* offsets, int imagesInPart, int partialLength, E* x, E* dy, E* partials) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int Lines = WeightGradientTile<E, V>.Lines;

    // Inputs and gradients of a block of channels under some output rows, which stay in the first-level cache while the block's tiles pass over them.
    private const int BandBytes = 24_576;

    // Small images are taken several at a time, so that a tile's sums are loaded and stored seldom.
    private const int WantedPixels = 256;

    public void Run(int part)
    {
        int first = part * imagesInPart, end = Math.Min(first + imagesInPart, g.Batch);
        E* partial = partials + (nint)part * partialLength;
        new Span<E>(partial, partialLength).Clear();
        int outImage = g.OutHeight * g.OutWidth * g.OutChannels, inImage = g.Height * g.Width * g.InChannels;
        int group = Math.Clamp(WantedPixels / (g.OutHeight * g.OutWidth), 1, imagesInPart);
        int rowBytes = (g.StrideHeight * g.Width * g.InChannels + g.OutWidth * Math.Min(g.OutChannels, 2 * V.Count)) * sizeof(E);
        int band = group > 1 ? g.OutHeight : Math.Clamp(BandBytes / rowBytes, 1, g.OutHeight);
        E* scratch = ThreadScratch.Get<E>(images.ScratchLength(group));
        for (int image = first; image < end; image += group)
        {
            int count = Math.Min(group, end - image);
            E* padded = images.Prepare(x + (nint)image * inImage, count, scratch);
            for (int row = 0; row < g.OutHeight; row += band)
            {
                E* inputs = padded + (nint)row * g.StrideHeight * images.Row, gradients = dy + (nint)image * outImage + row * g.OutWidth * g.OutChannels;
                Band(inputs, gradients, count, Math.Min(band, g.OutHeight - row), partial);
            }
        }
    }

    private void Band(E* inputs, E* gradients, int count, int rows, E* partial)
    {
        nint stepX = g.StrideWidth * g.InChannels, rowX = g.StrideHeight * images.Row, stepY = g.OutChannels, rowY = g.OutWidth * g.OutChannels;
        nint gapX = images.Image - rows * rowX, gapY = (g.OutHeight - rows) * rowY;
        var runs = new TapRuns(g);
        for (int part = 0; part < g.Groups * blocks.Count; part++)
        {
            (int group, int block) = Math.DivRem(part, blocks.Count);
            int width = blocks.Width(block);
            E* inputsOfGroup = inputs + group * g.InGroup, dyBlock = gradients + group * g.OutGroup + blocks.Start(block);
            for (int run = 0; run < runs.Count; run++)
            {
                E* line = inputsOfGroup + offsets[run];
                for (int k = 0; k < runs.Length; k += Lines, partial += Lines * width)
                {
                    if (width == V.Count)
                        WeightGradientTile<E, V>.Narrow(line + k, stepX, rowX, gapX, dyBlock, stepY, rowY, gapY, count, rows, g.OutWidth, partial);
                    else
                        WeightGradientTile<E, V>.Wide(line + k, stepX, rowX, gapX, dyBlock, stepY, rowY, gapY, count, rows, g.OutWidth, partial);
                }
            }
        }
    }
}
