using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Catapult.Ladders;

/// <summary>Multiply-adds in registers, at their fastest: the widest vectors, and chains enough to hide the latency of each.</summary>
public static class MultiplyAddPeak
{
    // 4 cycles of latency by 2 units need 8 chains; 12 leave room, and with two operands still fit 16 registers.
    private const int Chains = 12;
    private const int Steps = 3_000_000;
    private const int RoundCount = 20;

    /// <summary>The width of the widest vectors that the processor has instructions for.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Operations a second, a multiply-add as two, by all threads together.</summary>
    public static double Measure(int threads) => VectorBits switch
    {
        512 => Measure<Vector512<float>, Width512>(threads),
        256 => Measure<Vector256<float>, Width256>(threads),
        _ => Measure<Vector128<float>, Width128>(threads),
    };

    private static double Measure<V, W>(int threads) where V : struct where W : struct, IMultiplyAdd<V>
    {
        // The sums are stored, far apart, so that no compiler may leave the arithmetic out.
        const int apart = 32;
        float[] sums = new float[threads * apart];
        double seconds = Rounds.Shortest(threads, RoundCount, thread => sums[thread * apart] += Run<V, W>(1e-3f, 1e-3f));
        return 2.0 * W.Count * Chains * Steps * threads / seconds;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Run<V, W>(float left, float right) where V : struct where W : struct, IMultiplyAdd<V>
    {
        V a = W.Of(left), b = W.Of(right), zero = W.Of(0);
        V c0 = zero, c1 = zero, c2 = zero, c3 = zero, c4 = zero, c5 = zero, c6 = zero, c7 = zero, c8 = zero, c9 = zero, c10 = zero, c11 = zero;
        for (int step = 0; step < Steps; step++)
        {
            c0 = W.MultiplyAdd(a, b, c0);
            c1 = W.MultiplyAdd(a, b, c1);
            c2 = W.MultiplyAdd(a, b, c2);
            c3 = W.MultiplyAdd(a, b, c3);
            c4 = W.MultiplyAdd(a, b, c4);
            c5 = W.MultiplyAdd(a, b, c5);
            c6 = W.MultiplyAdd(a, b, c6);
            c7 = W.MultiplyAdd(a, b, c7);
            c8 = W.MultiplyAdd(a, b, c8);
            c9 = W.MultiplyAdd(a, b, c9);
            c10 = W.MultiplyAdd(a, b, c10);
            c11 = W.MultiplyAdd(a, b, c11);
        }
        return W.Sum(c0) + W.Sum(c1) + W.Sum(c2) + W.Sum(c3) + W.Sum(c4) + W.Sum(c5) + W.Sum(c6) + W.Sum(c7) + W.Sum(c8) + W.Sum(c9) + W.Sum(c10) + W.Sum(c11);
    }
}
