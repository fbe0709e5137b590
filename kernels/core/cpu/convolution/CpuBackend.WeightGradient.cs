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
        var blocks = new ChannelBlocks(g.OutChannels, V.Count);
        int lines = WeightGradientTile<E, V>.Lines, padded = Parts(g.KernelWidth * g.InChannels, lines) * lines;
        int imagesInPart = Math.Max(1, Parts(g.Batch, MostWeightGradientShares)), parts = Parts(g.Batch, imagesInPart);
        int partialLength = blocks.Padded * g.KernelHeight * padded;
        using var partials = new Scratch<E>(pool, parts * partialLength);
        workers.Run(parts, new WeightGradientJob<E, V>(g, ForwardImages<E>(g), blocks, imagesInPart, partialLength, x, dy, partials.Pointer));
        workers.Run(blocks.Count, new WeightGradientSumJob<E, V>(g, blocks, parts, partialLength, partials.Pointer, dw));
    }
}
