namespace Catapult.Kernels;

/// <summary>Adds the partial weight gradients of all shares in their order and brings one block of output channels into the layout (O, KH, KW, C).</summary>
internal readonly unsafe struct WeightGradientSumJob<E, V>(Conv2dGeometry g, ChannelBlocks blocks, int parts, int partialLength, E* partials, E* dw) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int block)
    {
        int length = g.KernelWidth * g.InChannels, lines = WeightGradientTile<E, V>.Lines, padded = (length + lines - 1) / lines * lines;
        int width = blocks.Width(block), start = blocks.Start(block), valid = blocks.Valid(block), depth = g.KernelHeight * length;
        E* from = partials + (nint)start * g.KernelHeight * padded;
        E* sums = stackalloc E[width];
        for (int kh = 0; kh < g.KernelHeight; kh++)
        {
            for (int k = 0; k < length; k++)
            {
                E* line = from + ((nint)kh * padded + k) * width;
                for (int i = 0; i < width; i += V.Count)
                {
                    V sum = V.Zero;
                    for (int part = 0; part < parts; part++) sum += V.Load(line + (nint)part * partialLength + i);
                    V.Store(sum, sums + i);
                }
                for (int i = 0; i < valid; i++) dw[(nint)(start + i) * depth + kh * length + k] = sums[i];
            }
        }
    }
}
