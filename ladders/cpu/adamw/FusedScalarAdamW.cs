using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>One loop, one weight at a time: all that a weight needs is read once, kept in registers, and written once.</summary>
/// <remarks>
/// <para>Changed: fourteen passes are one.</para>
/// <para>Predicted: 1.5 times: a fifth of the traffic, but of single floats, with a root and two quotients' worth of waiting each. The bottleneck is the divider.</para>
/// <para>Measured: 11.6 GB/s, 13 % of the roof, 0.635 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// <para>Not faster: the passes of the rung before are in vectors, and a tensor with its state fits the second cache; this loop takes one root and one
/// quotient at a time.</para>
/// </remarks>
internal readonly unsafe struct FusedScalarAdamW : IKernel<AdamWProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(AdamWProblem p)
    {
        foreach (UpdateTarget target in p.Targets)
            Step(p.Coefficients, target.Weights.Length, CpuProblem.At(target.Weights), CpuProblem.At(target.Gradients), CpuProblem.At(target.Slot0!), CpuProblem.At(target.Slot1!));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Step(IReadOnlyList<double> c, int length, float* w, float* g, float* m, float* v)
    {
        float keep = (float)c[2], b1 = (float)c[3], intake1 = (float)c[4], b2 = (float)c[5], intake2 = (float)c[6], rate = (float)c[7], unbias = (float)c[8], epsilon = (float)c[9];
        for (int i = 0; i < length; i++)
        {
            float gradient = g[i], first = b1 * m[i] + intake1 * gradient, second = b2 * v[i] + intake2 * gradient * gradient;
            (m[i], v[i]) = (first, second);
            w[i] = keep * w[i] - rate * first / (MathF.Sqrt(second * unbias) + epsilon);
        }
    }
}
