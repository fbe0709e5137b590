namespace Catapult.Kernels;

/// <summary>
/// Adds the partial weight gradients of all shares in their order and brings one run of one block of a group's output channels into the layout
/// (O, KH, KW, C / Groups).
/// </summary>
internal readonly unsafe struct WeightGradientSumJob<E, V>(Conv2dGeometry g, ChannelBlocks blocks, int parts, int partialLength, E* partials, E* dw) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        var runs = new TapRuns(g);
        (int place, int run) = Math.DivRem(part, runs.Count);
        (int group, int block) = Math.DivRem(place, blocks.Count);
        int length = runs.Length, lines = WeightGradientTile<E, V>.Lines, padded = (length + lines - 1) / lines * lines;
        int width = blocks.Width(block), valid = blocks.Valid(block), channel = group * g.OutGroup + blocks.Start(block);
        E* from = partials + (nint)(group * blocks.Padded + blocks.Start(block)) * runs.Count * padded;
        E* sums = stackalloc E[width];
        for (int k = 0; k < length; k++)
        {
            E* line = from + ((nint)run * padded + k) * width;
            for (int i = 0; i < width; i += V.Count)
            {
                V sum = V.Zero;
                for (int share = 0; share < parts; share++) sum += V.Load(line + (nint)share * partialLength + i);
                V.Store(sum, sums + i);
            }
            for (int i = 0; i < valid; i++) dw[(nint)(channel + i) * runs.Depth + run * length + k] = sums[i];
        }
    }
}
