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
        T share = frozen ? T.Zero : T.One / T.Of(shape.Reduced);
        Pack2<T> shares = frozen ? default : new(dbeta[channel] * share, dgamma[channel] * share);
        int row = shape.Start + shape.Stride, step = shape.Strides;
        for (; row < shape.End - step; row += 2 * step)
        {
            // The loads of two rows are on the way before the first store, which the compiler does not let a load pass.
            int place = operands.Place(row, channel), next = operands.Place(row + step, channel);
            Pack2<T> first = Gradients(transform, shares, place), second = Gradients(transform, shares, next);
            Store(first, place);
            Store(second, next);
        }
        if (row < shape.End) Store(Gradients(transform, shares, operands.Place(row, channel)), operands.Place(row, channel));
    }

    /// <summary>dx and dz of one element.</summary>
    private Pack2<T> Gradients(ChannelTransform<T> transform, Pack2<T> shares, int place)
    {
        T h = operands.Normalized(transform, place), dz = dy[place] * slope.F(operands.Sum(transform, h, place));
        T shared = frozen ? T.Zero : T.MultiplyAdd(h, shares.Y, shares.X);
        return new(transform.Gamma * transform.Inverse * (dz - shared), dz);
    }

    private void Store(Pack2<T> gradients, int place)
    {
        dx[place] = gradients.X;
        if (hasResidual) dresidual[place] = gradients.Y;
    }
}
