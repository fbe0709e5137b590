namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    // Shares of a batch in a weight gradient: enough for any processor count, few enough that adding them up is cheap.
    private const int MostWeightGradientShares = 16;

    /// <inheritdoc/>
    public override void Conv2dWeightGradient(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dw) =>
        Conv2dWeightGradient(geometry, At(x), At(dy), At(dw));

    private void Conv2dWeightGradient(Conv2dGeometry g, E* x, E* dy, E* dw)
    {
        int imagesInPart = Math.Max(1, Parts(g.Batch, MostWeightGradientShares)), parts = Parts(g.Batch, imagesInPart);
        if (g.IsDepthwise)
        {
            DepthwiseWeightGradient(g, imagesInPart, parts, x, dy, dw);
            return;
        }
        var blocks = new ChannelBlocks(g.OutGroup, V.Count);
        var runs = new TapRuns(g);
        int lines = WeightGradientTile<E, V>.Lines, partialLength = g.Groups * blocks.Padded * runs.Count * Parts(runs.Length, lines) * lines;
        using var partials = new Scratch<E>(pool, parts * partialLength);
        using var offsets = new Scratch<int>(pool, runs.Count);
        if (IsWinograd(g) && g.InChannels * g.OutChannels <= MostWinogradWeights)
        {
            int strip = Strip(Math.Max(g.InChannels, g.OutChannels));
            workers.Run(parts, new WinogradWeightGradientJob<E, V>(g, blocks, strip, imagesInPart, partialLength, x, dy, partials.Pointer));
            workers.Run(blocks.Count * runs.Count, new WeightGradientSumJob<E, V>(g, blocks, parts, partialLength, partials.Pointer, dw));
            return;
        }
        PaddedImages<E> images = ForwardImages(g);
        runs.Offsets(images.Row, offsets.Pointer);
        workers.Run(parts, new WeightGradientJob<E, V>(g, images, blocks, offsets.Pointer, imagesInPart, partialLength, x, dy, partials.Pointer));
        workers.Run(g.Groups * blocks.Count * runs.Count, new WeightGradientSumJob<E, V>(g, blocks, parts, partialLength, partials.Pointer, dw));
    }
}
