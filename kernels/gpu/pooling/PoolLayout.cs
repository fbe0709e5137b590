namespace Catapult.Kernels.Gpu;

/// <summary>A pooling geometry with its output sizes worked out, and where pixels lie.</summary>
internal readonly struct PoolLayout(Pool2dGeometry geometry)
{
    private readonly int height = geometry.Height, width = geometry.Width, channels = geometry.Channels;
    private readonly int outHeight = geometry.OutHeight, outWidth = geometry.OutWidth;
    private readonly int kernelHeight = geometry.KernelHeight, kernelWidth = geometry.KernelWidth;
    private readonly int strideHeight = geometry.StrideHeight, strideWidth = geometry.StrideWidth;
    private readonly int padHeight = geometry.PadHeight, padWidth = geometry.PadWidth;

    /// <summary>Elements of a window, padding included.</summary>
    public int Area => kernelHeight * kernelWidth;

    /// <summary>Neighbouring pixels lie this far apart.</summary>
    public int Channels => channels;

    /// <summary>Rows that the window of an output element covers.</summary>
    public WindowRange Rows(int output) =>
        WindowRange.Inputs(output / channels / outWidth % outHeight, kernelHeight, strideHeight, padHeight, height);

    /// <summary>Columns that the window of an output element covers.</summary>
    public WindowRange Columns(int output) => WindowRange.Inputs(output / channels % outWidth, kernelWidth, strideWidth, padWidth, width);

    /// <summary>Where the input element of a row and column, and of an output element's image and channel, lies.</summary>
    public int Input(int output, int row, int column) =>
        ((output / (channels * outWidth * outHeight) * height + row) * width + column) * channels + output % channels;

    /// <summary>Output rows whose windows cover an input element.</summary>
    public WindowRange OutRows(int input) =>
        WindowRange.Outputs(input / channels / width % height, kernelHeight, strideHeight, padHeight, outHeight);

    /// <summary>Output columns whose windows cover an input element.</summary>
    public WindowRange OutColumns(int input) => WindowRange.Outputs(input / channels % width, kernelWidth, strideWidth, padWidth, outWidth);

    /// <summary>Where the output element of a row and column, and of an input element's image and channel, lies.</summary>
    public int Output(int input, int row, int column) =>
        ((input / (channels * width * height) * outHeight + row) * outWidth + column) * channels + input % channels;
}
