using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>The engine's own kernel on all threads: each takes some rows.</summary>
/// <remarks>
/// <para>Changed: rows are shared out among threads.</para>
/// <para>Predicted: 1.9 times on two processors: rows know nothing of one another. The bottleneck is that of one thread.</para>
/// <para>Measured: not yet.</para>
/// </remarks>
internal readonly struct ThreadedCrossEntropy : IKernel<CrossEntropyProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(CrossEntropyProblem p) => p.Evaluate(p.Engine);
}
