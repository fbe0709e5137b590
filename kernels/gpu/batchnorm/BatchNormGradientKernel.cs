using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>dx = gamma / sqrt(variance + epsilon) (dz - (dbeta + h dgamma) / rows), without the last term where the statistics are frozen; the residual's gradient is dz.</summary>
internal readonly struct BatchNormGradientKernel<D, T>(
    D slope, FoldShape shape, ChannelViews<T> operands, Flag frozen, Flag hasResidual, ArrayView<T> dy, ArrayView<T> dgamma, ArrayView<T> dbeta,
    ArrayView<T> dx, ArrayView<T> dresidual) : IGpuKernel where D : struct, IUnary where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        int channel = shape.Column;
        if (channel >= shape.Inner) return;
        ChannelTransform<T> transform = operands.Of(channel);
        T share = frozen ? T.Zero : T.One / T.Of(shape.Reduced), scale = transform.Gamma * transform.Inverse;
        T betaShare = frozen ? T.Zero : dbeta[channel] * share, gammaShare = frozen ? T.Zero : dgamma[channel] * share;
        for (int row = shape.Start + shape.Stride; row < shape.End; row += shape.Strides)
        {
            int place = operands.Place(row, channel);
            T h = operands.Normalized(transform, place), dz = dy[place] * slope.F(operands.Sum(transform, h, place));
            T shared = frozen ? T.Zero : T.MultiplyAdd(h, gammaShare, betaShare);
            dx[place] = scale * (dz - shared);
            if (hasResidual) dresidual[place] = dz;
        }
    }
}
