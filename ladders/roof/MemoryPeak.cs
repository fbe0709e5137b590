using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Catapult.Ladders;

/// <summary>Memory traffic at its fastest, over arrays that no cache holds. Bytes read and bytes written both count.</summary>
public static class MemoryPeak
{
    // Larger than any thread's share of a cache; the total stays within small machines' memory.
    private const int LargestArray = 64 << 20;
    private const long LargestTotal = 1L << 30;
    private const int RoundCount = 10;

    /// <summary>Bytes a second of copies from array to array, by all threads together. The processor also reads what they overwrite, which does not count.</summary>
    public static double Copy(int threads)
    {
        byte[][] sources = Arrays(threads), targets = Arrays(threads);
        double seconds = Rounds.Shortest(threads, RoundCount, thread => sources[thread].AsSpan().CopyTo(targets[thread]));
        return Traffic(threads) / seconds;
    }

    /// <summary>Bytes a second of changes in place, where nothing is read in vain, by all threads together.</summary>
    public static double Update(int threads)
    {
        byte[][] arrays = Arrays(threads);
        double seconds = Rounds.Shortest(threads, RoundCount, thread => Change(arrays[thread]));
        return Traffic(threads) / seconds;
    }

    private static int LengthFor(int threads) => (int)Math.Min(LargestArray, LargestTotal / (2 * threads));

    private static double Traffic(int threads) => 2.0 * LengthFor(threads) * threads;

    /// <summary>Arrays whose every page was written to, so that none is the system's page of zeros.</summary>
    private static byte[][] Arrays(int threads)
    {
        byte[][] arrays = [.. Enumerable.Range(0, threads).Select(_ => GC.AllocateUninitializedArray<byte>(LengthFor(threads)))];
        foreach (byte[] array in arrays) array.AsSpan().Fill(1);
        return arrays;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Change(byte[] array)
    {
        foreach (ref Vector<byte> vector in MemoryMarshal.Cast<byte, Vector<byte>>(array.AsSpan())) vector = ~vector;
    }
}
