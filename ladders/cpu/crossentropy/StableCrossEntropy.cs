using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>The largest logit is taken out first: e^(x - largest) is at most 1, and the log gets it back. Right for all logits.</summary>
/// <remarks>
/// <para>Changed: a pass for the largest before the pass for the sum.</para>
/// <para>Predicted: 0.85 times: a comparison more for each logit, one after the other.</para>
/// <para>Measured: 0.469 GB/s, 0.5 % of the roof, 0.823 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// <para>Not faster: it is not meant to be; it is the first that is right for every logit.</para>
/// </remarks>
internal readonly unsafe struct StableCrossEntropy : IKernel<CrossEntropyProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(CrossEntropyProblem p)
    {
        for (int row = 0; row < p.G.Rows; row++)
        {
            float* x = p.Logits + (nint)row * p.G.Classes;
            double largest = double.NegativeInfinity, sum = 0;
            for (int i = 0; i < p.G.Classes; i++) largest = Math.Max(largest, x[i]);
            for (int i = 0; i < p.G.Classes; i++) sum += Math.Exp(x[i] - largest);
            p.Losses[row] = p.Loss(row, largest + Math.Log(sum));
        }
    }
}
