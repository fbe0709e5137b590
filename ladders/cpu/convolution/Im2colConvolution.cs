using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>
/// The convolution as a matrix product: every output pixel's inputs are written out as a row of a matrix (pixels, KH * KW * C), which is multiplied by
/// the weights. All that is known about products serves at once.
/// </summary>
/// <remarks>
/// <para>Changed: the inputs are copied out, nine times over for a 3 x 3 kernel; then one matrix product on one thread.</para>
/// <para>Predicted: 50 times: the product runs near the roof of a core. The bottleneck is the copy: nine times the input is written to memory and read back.</para>
/// <para>Measured: 115 GFLOP/s, 27 % of the roof, 31.9 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct Im2colConvolution : IVectorKernel<ConvolutionProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<V>(ConvolutionProblem p) where V : struct, IVectorLane<V, float>
    {
        Conv2dGeometry g = p.G;
        int depth = p.Depth, pixels = p.Pixels;
        float* patches = (float*)NativeMemory.AlignedAlloc((nuint)pixels * (nuint)depth * sizeof(float) + 128, 64);
        float* products = g.Groups == 1 ? p.Y : (float*)NativeMemory.AlignedAlloc((nuint)pixels * (nuint)g.OutGroup * sizeof(float), 64);
        for (int group = 0; group < g.Groups; group++)
        {
            for (int pixel = 0; pixel < pixels; pixel++) p.GatherPatch(pixel, group, patches + (nint)pixel * depth);
            var product = new MatMulGeometry(1, pixels, g.OutGroup, depth, TransposeA: false, TransposeB: true, 0, 0);
            p.Kernels<V>().MatMul(product, patches, p.W + group * g.OutGroup * depth, products);
            if (g.Groups > 1) Spread(products, pixels, g.OutGroup, p.Y + group * g.OutGroup, g.OutChannels);
        }
        NativeMemory.AlignedFree(patches);
        if (g.Groups > 1) NativeMemory.AlignedFree(products);
    }

    /// <summary>Rows of one group's results into the rows of all.</summary>
    private static void Spread(float* products, int pixels, int channels, float* y, int step)
    {
        for (int pixel = 0; pixel < pixels; pixel++, products += channels, y += step)
            new ReadOnlySpan<float>(products, channels).CopyTo(new Span<float>(y, channels));
    }
}
