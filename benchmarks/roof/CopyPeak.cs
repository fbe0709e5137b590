namespace Catapult.Benchmarks;

/// <summary>Memory traffic of plain copies, at its fastest.</summary>
public static class CopyPeak
{
    // Larger than any thread's share of a cache; the total stays within small machines' memory.
    private const int LargestCopy = 64 << 20;
    private const long LargestTotal = 1L << 30;
    private const int RoundCount = 10;

    /// <summary>Bytes read plus bytes written a second, by all threads together.</summary>
    public static double Measure(int threads)
    {
        int length = (int)Math.Min(LargestCopy, LargestTotal / (2 * threads));
        byte[][] sources = Arrays(threads, length), targets = Arrays(threads, length);
        double seconds = Rounds.Shortest(threads, RoundCount, thread => sources[thread].AsSpan().CopyTo(targets[thread]));
        return 2.0 * length * threads / seconds;
    }

    /// <summary>Arrays whose every page was written to, so that none is the kernel's page of zeros.</summary>
    private static byte[][] Arrays(int count, int length)
    {
        byte[][] arrays = [.. Enumerable.Range(0, count).Select(_ => GC.AllocateUninitializedArray<byte>(length))];
        foreach (byte[] array in arrays) array.AsSpan().Fill(1);
        return arrays;
    }
}
