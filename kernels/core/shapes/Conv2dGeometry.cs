namespace Catapult.Kernels;

/// <summary>
/// A two-dimensional convolution (cross-correlation, as in all deep-learning libraries) on channels-last data:
/// input (N, H, W, C), weights (O, KH, KW, C / Groups), output (N, OH, OW, O) with OH = (H + 2*PadH - DilationH*(KH - 1) - 1) / StrideH + 1,
/// rounded down. Tap (kh, kw) of output pixel (oh, ow) reads input pixel (oh*StrideH + kh*DilationH - PadH, ow*StrideW + kw*DilationW - PadW).
/// With groups the channels fall into Groups runs of neighbours, and each run of output channels sees only its own run of input channels.
/// </summary>
public readonly record struct Conv2dGeometry(
    int Batch, int Height, int Width, int InChannels, int OutChannels, int KernelHeight, int KernelWidth,
    int StrideHeight, int StrideWidth, int PadHeight, int PadWidth, int DilationHeight = 1, int DilationWidth = 1, int Groups = 1)
{
    /// <summary>OH.</summary>
    public int OutHeight => (Height + 2 * PadHeight - Reach(KernelHeight, DilationHeight)) / StrideHeight + 1;

    /// <summary>OW.</summary>
    public int OutWidth => (Width + 2 * PadWidth - Reach(KernelWidth, DilationWidth)) / StrideWidth + 1;

    /// <summary>Input channels of a group.</summary>
    public int InGroup => InChannels / Groups;

    /// <summary>Output channels of a group.</summary>
    public int OutGroup => OutChannels / Groups;

    /// <summary>Whether each channel is convolved with one kernel of its own.</summary>
    public bool IsDepthwise => Groups > 1 && Groups == InChannels && Groups == OutChannels;

    /// <summary>(N, H, W, C).</summary>
    public Shape InputShape => [Batch, Height, Width, InChannels];

    /// <summary>(O, KH, KW, C / Groups).</summary>
    public Shape WeightShape => [OutChannels, KernelHeight, KernelWidth, InGroup];

    /// <summary>(N, OH, OW, O).</summary>
    public Shape OutputShape => [Batch, OutHeight, OutWidth, OutChannels];

    /// <summary>The geometry of two tensors.</summary>
    /// <exception cref="ShapeException">Ranks, channels, groups, stride, dilation or padding do not fit, or the kernel is larger than the padded input.</exception>
    public static Conv2dGeometry Create(Shape input, Shape weight, Size2d stride, Size2d padding, Size2d? dilation = null, int groups = 1)
    {
        Size2d spread = dilation ?? Size2d.One;
        if (groups < 1) throw new ShapeException("conv2d", $"{groups} groups are none", "Groups is 1 or more");
        if (input.Rank != 4 || weight.Rank != 4 || input[3] != weight[3] * groups || weight[0] % groups != 0)
            throw new ShapeException(
                "conv2d", $"input {input} and weight {weight} do not fit{(groups == 1 ? "" : $" with {groups} groups")}",
                "Input is (N, H, W, C), weight (O, KH, KW, C / groups) with the same C, and groups divides O");
        if (stride.Height < 1 || stride.Width < 1 || spread.Height < 1 || spread.Width < 1 || padding.Height < 0 || padding.Width < 0)
            throw new ShapeException("conv2d", $"stride {stride}, padding {padding} or dilation {spread} is out of range", "Stride and dilation are 1 or more, padding 0 or more");
        int height = input[1] + 2 * padding.Height, width = input[2] + 2 * padding.Width;
        if (weight[1] < 1 || weight[2] < 1 || Reach(weight[1], spread.Height) > height || Reach(weight[2], spread.Width) > width)
            throw new ShapeException(
                "conv2d", $"kernel {weight[1]}x{weight[2]}{(spread == Size2d.One ? "" : $" of dilation {spread}")} does not fit input {input} with padding {padding}",
                "Use a smaller kernel or more padding");
        return new(
            input[0], input[1], input[2], input[3], weight[0], weight[1], weight[2],
            stride.Height, stride.Width, padding.Height, padding.Width, spread.Height, spread.Width, groups);
    }

    /// <summary>Input positions from the first tap to the last.</summary>
    private static int Reach(int kernel, int dilation) => dilation * (kernel - 1) + 1;
}
