namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    // Shares of a batch in a weight gradient: enough for any processor count, few enough that adding them up is cheap.
    private const int MostWeightGradientShares = 16;

    /// <inheritdoc/>
    public override void Conv2dWeightGradient(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dw)
    {
        if (IsSingle(x)) Conv2dWeightGradient<float, Vec32>(geometry, At<float>(x), At<float>(dy), At<float>(dw));
        else Conv2dWeightGradient<double, Vec64>(geometry, At<double>(x), At<double>(dy), At<double>(dw));
    }

    private void Conv2dWeightGradient<E, V>(Conv2dGeometry g, E* x, E* dy, E* dw) where E : unmanaged where V : struct, IVectorLane<V, E>
    {
        int imagesInPart = Math.Max(1, Parts(g.Batch, MostWeightGradientShares)), parts = Parts(g.Batch, imagesInPart);
        if (g.IsDepthwise)
        {
            DepthwiseWeightGradient<E, V>(g, imagesInPart, parts, x, dy, dw);
            return;
        }
        var blocks = new ChannelBlocks(g.OutGroup, V.Count);
        var runs = new TapRuns(g);
        int lines = WeightGradientTile<E, V>.Lines, partialLength = g.Groups * blocks.Padded * runs.Count * Parts(runs.Length, lines) * lines;
        using var partials = new Scratch<E>(pool, parts * partialLength);
        using var offsets = new Scratch<int>(pool, runs.Count);
        PaddedImages<E> images = ForwardImages<E>(g);
        runs.Offsets(images.Row, offsets.Pointer);
        workers.Run(parts, new WeightGradientJob<E, V>(g, images, blocks, offsets.Pointer, imagesInPart, partialLength, x, dy, partials.Pointer));
        workers.Run(g.Groups * blocks.Count, new WeightGradientSumJob<E, V>(g, blocks, parts, partialLength, partials.Pointer, dw));
    }
}
