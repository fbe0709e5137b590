namespace Catapult.Kernels;

/// <summary>
/// How output channels are cut into blocks that fill registers: two vectors wide, the last block one vector where that is enough.
/// Packed weights hold one block after the other.
/// </summary>
internal readonly struct ChannelBlocks(int channels, int vector)
{
    public readonly int Count = (channels + 2 * vector - 1) / (2 * vector);

    /// <summary>Channels with the fill of the last block.</summary>
    public int Padded => Start(Count - 1) + Width(Count - 1);

    public int Start(int block) => block * 2 * vector;

    public int Width(int block) => channels - Start(block) <= vector ? vector : 2 * vector;

    /// <summary>Channels of a block that exist.</summary>
    public int Valid(int block) => Math.Min(Width(block), channels - Start(block));
}
