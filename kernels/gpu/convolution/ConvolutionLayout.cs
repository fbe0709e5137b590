namespace Catapult.Kernels.Gpu;

/// <summary>The sizes of a convolution, with those that indices are divided by.</summary>
internal readonly struct ConvolutionLayout(Conv2dGeometry g)
{
    public readonly int Height = g.Height, Width = g.Width, Channels = g.InChannels, InGroup = g.InGroup;
    public readonly int OutHeight = g.OutHeight, OutWidth = g.OutWidth, OutChannels = g.OutChannels, OutGroup = g.OutGroup;
    public readonly int StrideHeight = g.StrideHeight, StrideWidth = g.StrideWidth, PadHeight = g.PadHeight, PadWidth = g.PadWidth;
    public readonly int DilationHeight = g.DilationHeight, DilationWidth = g.DilationWidth, Taps = g.KernelHeight * g.KernelWidth;
    public readonly int InPixels = g.Batch * g.Height * g.Width, OutPixels = g.Batch * g.OutHeight * g.OutWidth;
    public readonly Divisor ByWidth = new(g.Width), ByHeight = new(g.Height), ByOutWidth = new(g.OutWidth), ByOutHeight = new(g.OutHeight);
    public readonly Divisor ByInGroup = new(g.InGroup), ByOutGroup = new(g.OutGroup), ByKernelWidth = new(g.KernelWidth);
    public readonly Divisor ByStrideHeight = new(g.StrideHeight), ByStrideWidth = new(g.StrideWidth);

    /// <summary>The place of an input pixel's first channel; -1 in the padding.</summary>
    public int Input(int image, int row, int column) => (uint)row < (uint)Height && (uint)column < (uint)Width
        ? ((image * Height + row) * Width + column) * Channels
        : -1;
}
