namespace Catapult.Kernels;

/// <summary>
/// A two-dimensional pooling window on channels-last data: input (N, H, W, C), output (N, OH, OW, C) with
/// OH = (H + 2*PadH - KH) / StrideH + 1, rounded down. Padding never wins a maximum; an average counts it as zeros (PyTorch's default).
/// </summary>
public readonly record struct Pool2dGeometry(
    int Batch, int Height, int Width, int Channels, int KernelHeight, int KernelWidth,
    int StrideHeight, int StrideWidth, int PadHeight, int PadWidth)
{
    /// <summary>OH.</summary>
    public int OutHeight => (Height + 2 * PadHeight - KernelHeight) / StrideHeight + 1;

    /// <summary>OW.</summary>
    public int OutWidth => (Width + 2 * PadWidth - KernelWidth) / StrideWidth + 1;

    /// <summary>(N, H, W, C).</summary>
    public Shape InputShape => [Batch, Height, Width, Channels];

    /// <summary>(N, OH, OW, C).</summary>
    public Shape OutputShape => [Batch, OutHeight, OutWidth, Channels];

    /// <summary>The geometry of a window on a tensor.</summary>
    /// <exception cref="ShapeException">The input is not (N, H, W, C), or kernel, stride and padding do not fit it.</exception>
    public static Pool2dGeometry Create(string operation, Shape input, Size2d kernel, Size2d stride, Size2d padding)
    {
        if (input.Rank != 4) throw new ShapeException(operation, $"input {input} is no image batch", "Input is (N, H, W, C)");
        bool legal = kernel.Height >= 1 && kernel.Width >= 1 && stride.Height >= 1 && stride.Width >= 1
            && padding.Height >= 0 && padding.Width >= 0 && 2 * padding.Height <= kernel.Height && 2 * padding.Width <= kernel.Width;
        if (!legal)
            throw new ShapeException(operation, $"kernel {kernel}, stride {stride}, padding {padding} are out of range", "Kernel and stride are 1 or more, padding at most half the kernel");
        if (kernel.Height > input[1] + 2 * padding.Height || kernel.Width > input[2] + 2 * padding.Width)
            throw new ShapeException(operation, $"kernel {kernel} does not fit input {input} with padding {padding}", "Use a smaller kernel");
        return new(input[0], input[1], input[2], input[3], kernel.Height, kernel.Width, stride.Height, stride.Width, padding.Height, padding.Width);
    }
}
