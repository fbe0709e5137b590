using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>The random numbers of one drawing, in the order in which it asks for them.</summary>
internal struct GlyphDice(RandomStream random)
{
    private ulong next;

    /// <summary>Uniform on [low, high).</summary>
    public float Between(float low, float high) => low + (high - low) * random.UniformSingle(next++);

    /// <summary>Uniform on [0, n); the bias of at most n / 2^32 is that of a 32-bit word.</summary>
    public int Below(int n) => (int)((ulong)n * random.UInt32(next++) >> 32);
}
