namespace Catapult.Kernels;

/// <summary>Rearranges weights (O, KH, KW, C / Groups) into the blocks that the tiles read.</summary>
internal static unsafe class ConvolutionPacking<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>packed (group, block of O / Groups, KH * KW * C / Groups, block width); the fill of a group's last block holds anything.</summary>
    public static void Forward(in Conv2dGeometry g, ChannelBlocks blocks, E* weights, E* packed)
    {
        int depth = g.KernelHeight * g.KernelWidth * g.InGroup;
        for (int group = 0; group < g.Groups; group++, weights += (nint)g.OutGroup * depth)
            for (int block = 0; block < blocks.Count; block++)
            {
                int width = blocks.Width(block);
                MatMulPacking<E, V>.Pack(weights + (nint)blocks.Start(block) * depth, depth, 1, blocks.Valid(block), depth, width, packed);
                packed += (nint)width * depth;
            }
    }

    /// <summary>The given taps kh * KW + kw, channels exchanged: packed (group, block of C / Groups, taps * O / Groups, block width).</summary>
    public static void InputGradient(in Conv2dGeometry g, ChannelBlocks blocks, ReadOnlySpan<int> taps, E* weights, E* packed)
    {
        int depth = g.KernelHeight * g.KernelWidth * g.InGroup;
        for (int group = 0; group < g.Groups; group++, weights += (nint)g.OutGroup * depth)
            for (int block = 0; block < blocks.Count; block++)
            {
                int start = blocks.Start(block), width = blocks.Width(block), valid = blocks.Valid(block);
                foreach (int tap in taps)
                    for (int o = 0; o < g.OutGroup; o++, packed += width)
                    {
                        E* source = weights + (nint)o * depth + tap * g.InGroup + start;
                        for (int i = 0; i < width; i++) packed[i] = i < valid ? source[i] : default;
                    }
            }
    }
}
