namespace Catapult.Kernels;

/// <summary>Transforms packed weights (block, 9, inputs, block width) into the factors (block, 36, inputs, block width); one input of all blocks a part.</summary>
internal readonly unsafe struct WinogradKernelJob<E, V>(ChannelBlocks blocks, int inputs, E* packed, E* factors) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    private const int Taps = 3;

    public void Run(int part)
    {
        for (int block = 0; block < blocks.Count; block++)
        {
            int width = blocks.Width(block);
            nint step = (nint)inputs * width, first = (nint)blocks.Start(block) * inputs;
            for (int c = 0; c < width; c += V.Count)
            {
                nint place = (nint)part * width + c;
                E* from = packed + first * Taps * Taps + place, to = factors + first * WinogradTransform<E, V>.Points + place;
                WinogradTransform<E, V>.Kernel(from, Taps * step, step, to, step);
            }
        }
    }
}
