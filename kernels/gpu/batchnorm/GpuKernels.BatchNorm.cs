namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void ChannelMoments(int rows, int channels, DeviceBuffer x, DeviceBuffer mean, DeviceBuffer variance) =>
        Fold<ChannelMomentsFold<T>, Moments<T>>(new(1, rows, channels), new(channels, At(x), At(mean), At(variance)));

    /// <inheritdoc/>
    public override void BatchNorm<O>(BatchNormGeometry geometry, O activation, in BatchNormOperands operands, DeviceBuffer y)
    {
        FoldShape shape = Channelwise(geometry);
        launcher.Run(shape.Config, new BatchNormKernel<O, T>(activation, shape, new(geometry, operands), At(y)));
    }

    /// <inheritdoc/>
    public override void BatchNormBackward<D>(
        BatchNormGeometry geometry, D activationSlope, in BatchNormOperands operands, bool frozen, DeviceBuffer dy, in BatchNormGradients gradients)
    {
        var views = new ChannelViews<T>(geometry, operands);
        var (dgamma, dbeta) = (At(gradients.Gamma), At(gradients.Beta));
        Fold<BatchNormSumsFold<D, T>, SumPair<T>>(
            new(1, geometry.Rows, geometry.Channels), new(activationSlope, views, default, At(dy), dgamma, dbeta));
        FoldShape shape = Channelwise(geometry);
        launcher.Run(shape.Config, new BatchNormGradientKernel<D, T>(
            activationSlope, shape, views, frozen, gradients.Residual is not null, At(dy), dgamma, dbeta, At(gradients.X), At(gradients.Residual ?? gradients.X)));
    }

    /// <summary>The shares of threads that each keep to one channel.</summary>
    private FoldShape Channelwise(BatchNormGeometry geometry) =>
        new(new(1, geometry.Rows, geometry.Channels), launcher.GroupSize, launcher.FillingGroups);
}
