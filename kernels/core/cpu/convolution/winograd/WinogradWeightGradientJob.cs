namespace Catapult.Kernels;

/// <summary>
/// The weight gradient of a 3x3 convolution of step 1 over one share of the images: inputs and output gradients are transformed a strip of tiles at a time,
/// each of the 36 products sums over the tiles, and at the end the sums are transformed into the share's partial result, in the layout of
/// <see cref="WeightGradientJob{E, V}"/>.
/// </summary>
internal readonly unsafe struct WinogradWeightGradientJob<E, V>(
    Conv2dGeometry g, ChannelBlocks blocks, int strip, int imagesInPart, int partialLength, E* x, E* dy, E* partials) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int Points = WinogradTransform<E, V>.Points, Excess = WinogradProduct<E, V>.Excess;

    private readonly WinogradTiles tiles = new(g.OutHeight, g.OutWidth);
    private readonly int depth = (g.InChannels + V.Count - 1) / V.Count * V.Count;

    private readonly PaddedImages<E> inputImages = new WinogradTiles(g.OutHeight, g.OutWidth).Inputs<E>(g.Height, g.Width, g.InChannels, g.PadHeight, g.PadWidth);
    private readonly PaddedImages<E> gradientImages = new WinogradTiles(g.OutHeight, g.OutWidth).Outputs<E>(g.OutHeight, g.OutWidth, g.OutChannels);

    // One line more, as in the forward job.
    private nint InputPoint => (nint)strip * depth + V.Count;

    private nint GradientPoint => (nint)strip * blocks.Padded + V.Count;

    private nint SumPoint => ((nint)g.InChannels + Excess) * blocks.Padded;

    public void Run(int part)
    {
        int first = part * imagesInPart, end = Math.Min(first + imagesInPart, g.Batch), group = Math.Clamp(strip / tiles.Count, 1, imagesInPart);
        int inputPadding = inputImages.ScratchLength(group), gradientPadding = gradientImages.ScratchLength(group);
        E* sums = ThreadScratch.Get<E>(inputPadding + gradientPadding + Points * (int)(InputPoint + GradientPoint + SumPoint) + V.Count);
        E* inputs = sums + Points * SumPoint, gradients = inputs + Points * InputPoint;
        E* paddedInputs = gradients + Points * GradientPoint, paddedGradients = paddedInputs + inputPadding;
        new Span<E>(sums, Points * (int)SumPoint).Clear();
        for (int image = first; image < end; image += group)
        {
            int count = Math.Min(group, end - image), all = count * tiles.Count;
            E* from = inputImages.Prepare(x + (nint)image * g.Height * g.Width * g.InChannels, count, paddedInputs);
            E* slopes = gradientImages.Prepare(dy + (nint)image * g.OutHeight * g.OutWidth * g.OutChannels, count, paddedGradients);
            for (int tile = 0; tile < all; tile += strip)
            {
                int length = Math.Min(strip, all - tile);
                for (int i = 0; i < length; i++) TransformTile(from, slopes, tile + i, inputs + (nint)i * depth, gradients, i);
                Multiply(inputs, gradients, length, sums);
            }
        }
        Finish(sums, partials + (nint)part * partialLength);
    }

    /// <summary>Inputs become (36, strip, channels), gradients (36, block, strip, block width).</summary>
    private void TransformTile(E* from, E* slopes, int tile, E* inputs, E* gradients, int place)
    {
        (int image, int row, int column) = tiles.Place(tile);
        from += (nint)image * inputImages.Image + row * inputImages.Row + column * g.InChannels;
        slopes += (nint)image * gradientImages.Image + row * gradientImages.Row + column * g.OutChannels;
        for (int c = 0; c < g.InChannels; c += V.Count) WinogradTransform<E, V>.Input(from + c, inputImages.Row, g.InChannels, inputs + c, InputPoint);
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block), width = blocks.Width(block);
            E* target = gradients + (nint)start * strip + place * width;
            for (int c = 0; c < blocks.Valid(block); c += V.Count)
                WinogradTransform<E, V>.Gradient(slopes + start + c, gradientImages.Row, g.OutChannels, target + c, GradientPoint);
        }
    }

    /// <summary>sums (36, block, inputs, block width) += inputs' gradients.</summary>
    private void Multiply(E* inputs, E* gradients, int length, E* sums)
    {
        for (int point = 0; point < Points; point++, inputs += InputPoint, gradients += GradientPoint, sums += SumPoint)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                int start = blocks.Start(block), width = blocks.Width(block);
                E* target = sums + start * ((nint)g.InChannels + Excess);
                WinogradProduct<E, V>.Multiply(g.InChannels, length, inputs, 1, depth, gradients + (nint)start * strip, width, target, accumulate: true);
            }
        }
    }

    private void Finish(E* sums, E* partial)
    {
        var runs = new TapRuns(g);
        int lines = WeightGradientTile<E, V>.Lines, padded = (runs.Length + lines - 1) / lines * lines;
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block), width = blocks.Width(block);
            E* from = sums + start * ((nint)g.InChannels + Excess), to = partial + (nint)start * runs.Count * padded;
            for (int input = 0; input < g.InChannels; input++, from += width, to += width)
                for (int c = 0; c < width; c += V.Count) WinogradTransform<E, V>.Weights(from + c, SumPoint, to + c, (nint)padded * width, (nint)g.InChannels * width);
        }
    }
}
