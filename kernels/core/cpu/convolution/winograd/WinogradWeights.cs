using System.Numerics;

namespace Catapult.Kernels;

/// <summary>
/// Where a 3x3 kernel lies in the weights, as strides, so that the forward convolution and the input gradient (kernel turned by half a
/// circle, channels exchanged) are packed by the same code.
/// </summary>
internal readonly unsafe struct WinogradWeights<E> where E : unmanaged, IFloatingPointIeee754<E>
{
    private readonly E* origin;
    private readonly nint outStep, inStep, rowStep, columnStep;
    private readonly int inChannels, outChannels;

    /// <summary>The weights (O, 3, 3, C) of a layer, or those of its input gradient.</summary>
    public WinogradWeights(in Conv2dGeometry g, E* weights, bool inputGradient)
    {
        nint row = 3 * g.InChannels, column = g.InChannels, kernel = 9 * g.InChannels;
        origin = inputGradient ? weights + 2 * row + 2 * column : weights;
        (outStep, inStep) = (inputGradient ? 1 : kernel, inputGradient ? kernel : 1);
        (rowStep, columnStep) = inputGradient ? (-row, -column) : (row, column);
        (inChannels, outChannels) = inputGradient ? (g.OutChannels, g.InChannels) : (g.InChannels, g.OutChannels);
    }

    /// <summary>packed (block, 16, inputs, block width), zeros in the fill of the last block.</summary>
    public void Pack(ChannelBlocks blocks, E* packed)
    {
        Span<double> kernel = stackalloc double[9], factors = stackalloc double[16];
        for (int block = 0; block < blocks.Count; block++)
        {
            int width = blocks.Width(block), start = blocks.Start(block);
            for (int input = 0; input < inChannels; input++)
            {
                for (int lane = 0; lane < width; lane++)
                {
                    factors.Clear();
                    if (start + lane < outChannels) Transform(start + lane, input, kernel, factors);
                    for (int point = 0; point < 16; point++)
                        packed[((nint)point * inChannels + input) * width + lane] = E.CreateTruncating(factors[point]);
                }
            }
            packed += (nint)16 * inChannels * width;
        }
    }

    private void Transform(int output, int input, Span<double> kernel, Span<double> factors)
    {
        E* from = origin + output * outStep + input * inStep;
        for (int i = 0; i < 9; i++) kernel[i] = double.CreateTruncating(from[i / 3 * rowStep + i % 3 * columnStep]);
        Kernel(kernel, factors);
    }

    /// <summary>Transforms a kernel (3, 3) into its 16 factors, in double.</summary>
    private static void Kernel(ReadOnlySpan<double> g, Span<double> u)
    {
        Span<double> work = stackalloc double[12];
        for (int j = 0; j < 3; j++)
        {
            double sum = g[j] + g[6 + j], middle = g[3 + j];
            (work[j], work[3 + j], work[6 + j], work[9 + j]) = (g[j], (sum + middle) / 2, (sum - middle) / 2, g[6 + j]);
        }
        for (int i = 0; i < 4; i++)
        {
            double sum = work[3 * i] + work[3 * i + 2], middle = work[3 * i + 1];
            (u[4 * i], u[4 * i + 1], u[4 * i + 2], u[4 * i + 3]) = (work[3 * i], (sum + middle) / 2, (sum - middle) / 2, work[3 * i + 2]);
        }
    }
}
