using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>
/// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3" (SC 2011): a keyed bijection of 128-bit counters, so that any block of the sequence is reached at once,
/// from any thread, with no state.
/// </summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The four random words of one counter under one key.</summary>
    /// <param name="key">The key, its low half being the first key word.</param>
    /// <param name="low">Counter words 0 (low half) and 1.</param>
    /// <param name="high">Counter words 2 (low half) and 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint X, uint Y, uint Z, uint W) Block(ulong key, ulong low, ulong high)
    {
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        uint x = (uint)low, y = (uint)(low >> 32), z = (uint)high, w = (uint)(high >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = (ulong)Multiplier0 * x;
            ulong p1 = (ulong)Multiplier1 * z;
            x = (uint)(p1 >> 32) ^ y ^ k0;
            y = (uint)p1;
            z = (uint)(p0 >> 32) ^ w ^ k1;
            w = (uint)p0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return (x, y, z, w);
    }
}
