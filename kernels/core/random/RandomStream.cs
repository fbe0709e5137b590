namespace Catapult.Kernels;

/// <summary>
/// Random numbers by address: each draw is a pure function of (seed, stream, index), the same on every thread and in
/// every order. Philox takes the seed as its key, the index as the low and the stream as the high half of its counter.
/// </summary>
/// <remarks>
/// Draws of different kinds at near indices share the bits of a block, so draw one kind from a stream, or
/// <see cref="Fork"/> one stream for each purpose.
/// </remarks>
/// <param name="Seed">Chosen by the user; the key.</param>
/// <param name="Stream">Which of the independent sequences under this seed.</param>
public readonly record struct RandomStream(ulong Seed, ulong Stream = 0)
{
    private const double Double53 = 1.0 / (1ul << 53);
    private const float Single24 = 1.0f / (1 << 24);
    private const ulong ForkMask = 0x6A09E667F3BCC908; // the fraction of sqrt(2): keeps the keys of forks apart from draws

    /// <summary>
    /// An independent stream named by <paramref name="child"/>, so that addresses nest: seed, purpose, epoch, sample.
    /// </summary>
    public RandomStream Fork(ulong child)
    {
        var (x, y, z, w) = Philox.Block(Seed ^ ForkMask, child, Stream);
        return new(Join(x, y), Join(z, w));
    }

    /// <summary>Four random words: indices 4 * block to 4 * block + 3 of <see cref="UInt32"/>.</summary>
    public (uint X, uint Y, uint Z, uint W) Block(ulong block) => Philox.Block(Seed, block, Stream);

    /// <summary>A uniform 32-bit word; four indices share a block.</summary>
    public uint UInt32(ulong index)
    {
        var (x, y, z, w) = Block(index >> 2);
        return (index & 3) switch { 0 => x, 1 => y, 2 => z, _ => w };
    }

    /// <summary>A uniform 64-bit word; two indices share a block.</summary>
    public ulong UInt64(ulong index)
    {
        var (x, y, z, w) = Block(index >> 1);
        return (index & 1) == 0 ? Join(x, y) : Join(z, w);
    }

    /// <summary>Uniform on [0, 1), a multiple of 2^-53, from <see cref="UInt64"/>.</summary>
    public double Uniform(ulong index) => (UInt64(index) >> 11) * Double53;

    /// <summary>Uniform on [0, 1), a multiple of 2^-24, from <see cref="UInt32"/>.</summary>
    public float UniformSingle(ulong index) => (UInt32(index) >> 8) * Single24;

    /// <summary>
    /// A uniform integer in [0, n): floor(n * u / 2^64) of a 64-bit word u. No value is likelier than another by more
    /// than 2^-64, so the bias is at most n / 2^64 in relative terms.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">n is not positive.</exception>
    public int Below(int n, ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        return (int)Math.BigMul(UInt64(index), (ulong)n, out _);
    }

    /// <summary>
    /// Two independent standard normal numbers (Box and Muller 1958) from one block. They rest on the logarithm, sine
    /// and cosine of <see cref="Math"/>, whose last bit may differ between operating systems.
    /// </summary>
    public (double First, double Second) Normal(ulong index)
    {
        // 1 - u lies in (0, 1], where the logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(2 * index)));
        var (sin, cos) = Math.SinCos(2 * Math.PI * Uniform(2 * index + 1));
        return (radius * cos, radius * sin);
    }

    private static ulong Join(uint low, uint high) => low | (ulong)high << 32;
}
