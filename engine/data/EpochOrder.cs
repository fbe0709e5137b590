using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>The order in which an epoch visits the samples.</summary>
public static class EpochOrder
{
    private const ulong Purpose = 0x6F72646572; // "order", in ASCII

    /// <summary>
    /// Writes a permutation of 0 to order.Length - 1 that is a pure function of (seed, epoch): Fisher-Yates shuffling, in
    /// the form of Durstenfeld 1964.
    /// </summary>
    public static void Fill(Span<int> order, ulong seed, int epoch)
    {
        var random = new RandomStream(seed, Purpose).Fork((ulong)epoch);
        for (int i = 0; i < order.Length; i++) order[i] = i;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1, (ulong)i);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
