using System.Runtime.CompilerServices;

namespace Catapult.Ladders;

/// <summary>The engine's own kernel on all threads: each takes some images, with transforms and working memory of its own.</summary>
/// <remarks>
/// <para>Changed: images are shared out among threads; the transformed weights are made once for all.</para>
/// <para>Predicted: 1.9 times on two processors: nothing is shared but the weights. The bottleneck is that of one thread.</para>
/// <para>Measured: not yet.</para>
/// </remarks>
internal readonly struct ThreadedConvolution : IKernel<ConvolutionProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(ConvolutionProblem p) => p.Convolve(p.Engine);
}
