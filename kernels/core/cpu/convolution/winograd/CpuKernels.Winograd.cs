namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    // With fewer channels the transforms cost what the products save: measured at 16, 32 and 64.
    private const int FewestWinogradChannels = 32;

    /// <summary>Whether a convolution is one that Winograd's algorithm speeds up: 3x3 taps, step 1, enough channels on both sides.</summary>
    private static bool IsWinograd(in Conv2dGeometry g) =>
        g is { KernelHeight: 3, KernelWidth: 3, StrideHeight: 1, StrideWidth: 1, PadHeight: <= 2, PadWidth: <= 2, DilationHeight: 1, DilationWidth: 1, Groups: 1 }
        && Math.Min(g.InChannels, g.OutChannels) >= FewestWinogradChannels;

    /// <summary>The forward convolution, or, as a correlation of dy with the turned kernel, the input gradient.</summary>
    private void Winograd(in Conv2dGeometry g, bool inputGradient, E* x, E* w, E* bias, E* y)
    {
        (int height, int width, int channels) = inputGradient ? (g.OutHeight, g.OutWidth, g.OutChannels) : (g.Height, g.Width, g.InChannels);
        (int outHeight, int outWidth, int outChannels) = inputGradient ? (g.Height, g.Width, g.InChannels) : (g.OutHeight, g.OutWidth, g.OutChannels);
        (int top, int left) = inputGradient ? (2 - g.PadHeight, 2 - g.PadWidth) : (g.PadHeight, g.PadWidth);
        var blocks = new ChannelBlocks(outChannels, V.Count);
        using var packed = new Scratch<E>(pool, 16 * channels * blocks.Padded);
        using var vectors = new Scratch<E>(pool, blocks.Padded + 2 * V.Count);
        vectors.Span.Clear();
        if (bias != null) new ReadOnlySpan<E>(bias, outChannels).CopyTo(vectors.Span);
        new WinogradWeights<E>(g, w, inputGradient).Pack(blocks, packed.Pointer);
        int imagesInPart = ImagesInPart(outHeight * outWidth);
        workers.Run(Parts(g.Batch, imagesInPart), new WinogradJob<E, V>
        {
            Images = new PaddedImages<E>(height, width, channels, top, left, (outHeight + 1) / 2 * 2 + 2, (outWidth + 1) / 2 * 2 + 2),
            ImageCount = g.Batch,
            ImagesInPart = imagesInPart,
            InputLength = height * width * channels,
            InChannels = channels,
            OutHeight = outHeight,
            OutWidth = outWidth,
            OutChannels = outChannels,
            Input = x,
            Weights = packed.Pointer,
            Bias = vectors.Pointer,
            Zeros = vectors.Pointer + blocks.Padded,
            Output = y,
        });
    }
}
