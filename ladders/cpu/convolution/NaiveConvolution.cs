using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The definition: seven loops, the last three a sum over the kernel's taps and channels.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: about 2 GFLOP/s. Channels lie side by side, so memory is no hindrance, but each addition waits for the one before.</para>
/// <para>Measured: 3.59 GFLOP/s, 0.9 % of the roof (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct NaiveConvolution : IKernel<ConvolutionProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(ConvolutionProblem p)
    {
        Conv2dGeometry g = p.G;
        float* y = p.Y;
        for (int image = 0; image < g.Batch; image++)
            for (int row = 0; row < g.OutHeight; row++)
                for (int column = 0; column < g.OutWidth; column++)
                    for (int o = 0; o < g.OutChannels; o++)
                        *y++ = Sum(p.X + image * g.Height * g.Width * g.InChannels, p.W + o * p.Depth, g, row, column, o / g.OutGroup * g.InGroup);
    }

    /// <summary>One result: x one image, w the kernel of one output channel, from the first channel of its group on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Sum(float* x, float* w, in Conv2dGeometry g, int row, int column, int channel)
    {
        float sum = 0;
        int channels = g.InGroup;
        for (int kh = 0; kh < g.KernelHeight; kh++)
            for (int kw = 0; kw < g.KernelWidth; kw++, w += channels)
            {
                int h = row * g.StrideHeight + kh * g.DilationHeight - g.PadHeight, v = column * g.StrideWidth + kw * g.DilationWidth - g.PadWidth;
                if ((uint)h >= (uint)g.Height || (uint)v >= (uint)g.Width) continue;
                float* pixel = x + (h * g.Width + v) * g.InChannels + channel;
                for (int c = 0; c < channels; c++) sum += pixel[c] * w[c];
            }
        return sum;
    }
}
