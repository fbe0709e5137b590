namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    // With fewer channels the transforms cost what the products save.
    private const int FewestWinogradChannels = 16;

    // With fewer tiles the transforms of the kernels, which all tiles share, weigh too much.
    private const int FewestWinogradTiles = 16;

    // Channels on both sides, beyond which the sums of a weight gradient leave the second-level cache.
    private const int MostWinogradWeights = 64 * 64;

    // Elements of a strip's transformed inputs for one product, so that those of all 36, the products and the factors share the second-level cache.
    private const int WinogradStrip = 1_024;

    // Parts of a batch, for small images, whose strips would otherwise leave few.
    private const int FewestWinogradParts = 16;

    /// <summary>
    /// Whether a convolution is one that Winograd's algorithm speeds up: 3x3 taps, step 1, enough channels on both sides, enough tiles, and no images so
    /// small that most of a tile lies outside.
    /// </summary>
    private static bool IsWinograd(in Conv2dGeometry g)
    {
        if (g is not { KernelHeight: 3, KernelWidth: 3, StrideHeight: 1, StrideWidth: 1, PadHeight: <= 2, PadWidth: <= 2 }) return false;
        if (g is not { DilationHeight: 1, DilationWidth: 1, Groups: 1 } || Math.Min(g.InChannels, g.OutChannels) < FewestWinogradChannels) return false;
        var tiles = new WinogradTiles(g.OutHeight, g.OutWidth);
        return g.Batch * tiles.Count >= FewestWinogradTiles && tiles.Pixels < 2 * g.OutHeight * g.OutWidth;
    }

    private static int Strip(int channels) => Math.Max(16, WinogradStrip / channels / 8 * 8);

    /// <summary>The forward convolution, or, as a correlation of dy with the turned kernel, the input gradient.</summary>
    private void Winograd(in Conv2dGeometry g, bool inputGradient, E* x, E* w, E* bias, E* y)
    {
        (int height, int width, int channels) = inputGradient ? (g.OutHeight, g.OutWidth, g.OutChannels) : (g.Height, g.Width, g.InChannels);
        (int outHeight, int outWidth, int outChannels) = inputGradient ? (g.Height, g.Width, g.InChannels) : (g.OutHeight, g.OutWidth, g.OutChannels);
        (int top, int left) = inputGradient ? (2 - g.PadHeight, 2 - g.PadWidth) : (g.PadHeight, g.PadWidth);
        var blocks = new ChannelBlocks(outChannels, V.Count);
        var tiles = new WinogradTiles(outHeight, outWidth);
        int strip = Strip(channels), imagesInPart = Math.Clamp(strip / tiles.Count, 1, Math.Max(1, g.Batch / FewestWinogradParts));
        using var factors = new Scratch<E>(pool, WinogradTransform<E, V>.Points * channels * blocks.Padded);
        using var paddedBias = new Scratch<E>(pool, blocks.Padded);
        PadBias(g, blocks, bias, paddedBias.Span);
        TransformKernels(g, inputGradient, blocks, channels, w, factors.Pointer);
        workers.Run(Parts(g.Batch, imagesInPart), new WinogradJob<E, V>
        {
            Tiles = tiles,
            Images = tiles.Inputs<E>(height, width, channels, top, left),
            ImageCount = g.Batch,
            ImagesInPart = imagesInPart,
            Strip = strip,
            InputLength = height * width * channels,
            InChannels = channels,
            OutHeight = outHeight,
            OutWidth = outWidth,
            OutChannels = outChannels,
            Input = x,
            Weights = factors.Pointer,
            Bias = paddedBias.Pointer,
            Output = y,
        });
    }

    private void TransformKernels(in Conv2dGeometry g, bool inputGradient, ChannelBlocks blocks, int channels, E* w, E* factors)
    {
        using var packed = new Scratch<E>(pool, 9 * channels * blocks.Padded);
        if (inputGradient) ConvolutionPacking<E, V>.InputGradient(g, blocks, [8, 7, 6, 5, 4, 3, 2, 1, 0], w, packed.Pointer);
        else ConvolutionPacking<E, V>.Forward(g, blocks, w, packed.Pointer);
        workers.Run(channels, new WinogradKernelJob<E, V>(blocks, channels, packed.Pointer, factors));
    }
}
