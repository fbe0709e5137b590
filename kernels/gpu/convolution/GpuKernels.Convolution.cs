namespace Catapult.Kernels.Gpu;

/// <summary>The three convolutions are products of matrices that are not written down (implicit GEMM); groups are a batch of them.</summary>
internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void Conv2d(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer w, DeviceBuffer? bias, DeviceBuffer y)
    {
        var layout = new ConvolutionLayout(geometry);
        int k = layout.Taps * layout.InGroup;
        bool isWide = IsWide(layout.InGroup, layout.Channels);
        Product(
            new PatchOperand<T>(layout, At(x)), isWide, new RowOperand<T>(At(w), layout.OutGroup, k, k, layout.OutGroup * k), isWide, k,
            new(At(y), layout.OutPixels, layout.OutGroup, layout.OutChannels, layout.OutGroup, geometry.Groups, bias is not null, At(bias ?? y)));
    }

    /// <inheritdoc/>
    public override void Conv2dInputGradient(Conv2dGeometry geometry, DeviceBuffer dy, DeviceBuffer w, DeviceBuffer dx)
    {
        var layout = new ConvolutionLayout(geometry);
        Product(
            new GradientPatchOperand<T>(layout, At(dy)), IsWide(layout.OutGroup, layout.OutChannels),
            new KernelOperand<T>(layout, At(w)), IsWide(layout.InGroup, layout.InGroup), layout.Taps * layout.OutGroup,
            new(At(dx), layout.InPixels, layout.InGroup, layout.Channels, layout.InGroup, geometry.Groups));
    }

    /// <inheritdoc/>
    public override void Conv2dWeightGradient(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dw)
    {
        var layout = new ConvolutionLayout(geometry);
        int weights = layout.Taps * layout.InGroup;
        Product(
            new ColumnOperand<T>(At(dy), layout.OutGroup, layout.OutPixels, layout.OutChannels, layout.OutGroup), IsWide(layout.OutGroup, layout.OutChannels),
            new PatchColumnOperand<T>(layout, At(x)), IsWide(layout.InGroup, layout.Channels), layout.OutPixels,
            new(At(dw), layout.OutGroup, weights, weights, layout.OutGroup * weights, geometry.Groups));
    }
}
