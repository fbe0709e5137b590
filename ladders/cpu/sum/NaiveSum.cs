using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>One sum, to which one element after the other is added.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: 4 to 6 GB/s: an element for each latency of an addition, which is three or four cycles. The rounding errors grow with the number of elements.</para>
/// <para>Measured: 6.25 GB/s, 5.5 % of the roof (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct NaiveSum : IKernel<SumProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(SumProblem p)
    {
        float* x = p.X;
        float sum = 0;
        for (int i = 0; i < p.Length; i++) sum += x[i];
        *p.Y = sum;
    }
}
