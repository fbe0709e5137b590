namespace Catapult.Kernels;

/// <summary>Rearranges weights (O, KH, KW, C) into the blocks that the tiles read.</summary>
internal static unsafe class ConvolutionPacking<E> where E : unmanaged
{
    /// <summary>packed (block of O, KH, KW*C, block width), zeros in the fill of the last block.</summary>
    public static void Forward(in Conv2dGeometry g, ChannelBlocks blocks, E* weights, E* packed)
    {
        int depth = g.KernelHeight * g.KernelWidth * g.InChannels;
        for (int block = 0; block < blocks.Count; block++)
        {
            E* source = weights + (nint)blocks.Start(block) * depth;
            int width = blocks.Width(block);
            MatMulPacking<E>.Pack(source, depth, 1, blocks.Valid(block), depth, width, packed);
            packed += (nint)width * depth;
        }
    }

    /// <summary>
    /// The reversed taps of one phase, channels exchanged: packed (block of C, taps high, taps wide * O, block width), where tap t of the
    /// phase with remainder r is the kernel's tap r + stride * (taps - 1 - t).
    /// </summary>
    public static void InputGradient(in Conv2dGeometry g, ChannelBlocks blocks, (int Height, int Width) remainder, (int Height, int Width) taps, E* weights, E* packed)
    {
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block), width = blocks.Width(block), valid = blocks.Valid(block);
            for (int th = 0; th < taps.Height; th++)
            {
                int kh = remainder.Height + g.StrideHeight * (taps.Height - 1 - th);
                for (int tw = 0; tw < taps.Width; tw++)
                {
                    int kw = remainder.Width + g.StrideWidth * (taps.Width - 1 - tw);
                    for (int o = 0; o < g.OutChannels; o++, packed += width)
                    {
                        E* source = weights + (((nint)o * g.KernelHeight + kh) * g.KernelWidth + kw) * g.InChannels + start;
                        for (int i = 0; i < width; i++) packed[i] = i < valid ? source[i] : default;
                    }
                }
            }
        }
    }
}
