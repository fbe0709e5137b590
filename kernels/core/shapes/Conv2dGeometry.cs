namespace Catapult.Kernels;

/// <summary>
/// A two-dimensional convolution (cross-correlation, as in all deep-learning libraries) on channels-last data:
/// input (N, H, W, C), weights (O, KH, KW, C), output (N, OH, OW, O) with OH = (H + 2*PadH - KH) / StrideH + 1, rounded down.
/// </summary>
public readonly record struct Conv2dGeometry(
    int Batch, int Height, int Width, int InChannels, int OutChannels, int KernelHeight, int KernelWidth,
    int StrideHeight, int StrideWidth, int PadHeight, int PadWidth)
{
    /// <summary>OH.</summary>
    public int OutHeight => (Height + 2 * PadHeight - KernelHeight) / StrideHeight + 1;

    /// <summary>OW.</summary>
    public int OutWidth => (Width + 2 * PadWidth - KernelWidth) / StrideWidth + 1;

    /// <summary>(N, H, W, C).</summary>
    public Shape InputShape => [Batch, Height, Width, InChannels];

    /// <summary>(O, KH, KW, C).</summary>
    public Shape WeightShape => [OutChannels, KernelHeight, KernelWidth, InChannels];

    /// <summary>(N, OH, OW, O).</summary>
    public Shape OutputShape => [Batch, OutHeight, OutWidth, OutChannels];

    /// <summary>The geometry of two tensors.</summary>
    /// <exception cref="ShapeException">Ranks, channels, stride or padding do not fit, or the kernel is larger than the padded input.</exception>
    public static Conv2dGeometry Create(Shape input, Shape weight, (int Height, int Width) stride, (int Height, int Width) padding)
    {
        if (input.Rank != 4 || weight.Rank != 4 || input[3] != weight[3])
            throw new ShapeException("conv2d", $"input {input} and weight {weight} do not fit", "Input is (N, H, W, C), weight (O, KH, KW, C) with the same C");
        if (stride.Height < 1 || stride.Width < 1 || padding.Height < 0 || padding.Width < 0)
            throw new ShapeException("conv2d", $"stride {stride} or padding {padding} is out of range", "Stride is 1 or more, padding 0 or more");
        if (weight[1] > input[1] + 2 * padding.Height || weight[2] > input[2] + 2 * padding.Width || weight[1] < 1 || weight[2] < 1)
            throw new ShapeException("conv2d", $"kernel {weight[1]}x{weight[2]} does not fit input {input} with padding {padding}", "Use a smaller kernel or more padding");
        return new(input[0], input[1], input[2], input[3], weight[0], weight[1], weight[2], stride.Height, stride.Width, padding.Height, padding.Width);
    }
}
