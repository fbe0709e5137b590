namespace Catapult.Kernels;

/// <summary>A backend with a set of kernels for each element type: every call goes to the set that fits its elements.</summary>
public abstract class TypedBackend : Backend
{
    /// <summary>The kernels for a buffer's elements.</summary>
    protected abstract KernelSet Of(DeviceBuffer buffer);

    /// <inheritdoc/>
    public override void Unary<O>(O f, DeviceBuffer x, DeviceBuffer y) =>
        Of(x).Unary(f, x, y);

    /// <inheritdoc/>
    public override void Binary<O>(O f, in LoopNest nest, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y) =>
        Of(a).Binary(f, nest, a, b, y);

    /// <inheritdoc/>
    public override void Copy(in LoopNest nest, DeviceBuffer x, DeviceBuffer y) =>
        Of(x).Copy(nest, x, y);

    /// <inheritdoc/>
    public override void Select(DeviceBuffer mask, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y) =>
        Of(a).Select(mask, a, b, y);

    /// <inheritdoc/>
    public override void Gather(int width, DeviceBuffer x, DeviceBuffer indices, DeviceBuffer y) =>
        Of(x).Gather(width, x, indices, y);

    /// <inheritdoc/>
    public override void ScatterAdd(int blocks, int width, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx) =>
        Of(dy).ScatterAdd(blocks, width, dy, indices, dx);

    /// <inheritdoc/>
    public override void Reduce<R>(R reduction, ReduceGeometry geometry, DeviceBuffer x, DeviceBuffer y) =>
        Of(x).Reduce(reduction, geometry, x, y);

    /// <inheritdoc/>
    public override void CumulativeSum(ReduceGeometry geometry, bool reverse, DeviceBuffer x, DeviceBuffer y) =>
        Of(x).CumulativeSum(geometry, reverse, x, y);

    /// <inheritdoc/>
    public override void Softmax(ReduceGeometry geometry, bool logarithm, DeviceBuffer x, DeviceBuffer y) =>
        Of(x).Softmax(geometry, logarithm, x, y);

    /// <inheritdoc/>
    public override void ArgMax(int rows, int columns, DeviceBuffer x, DeviceBuffer indices) =>
        Of(x).ArgMax(rows, columns, x, indices);

    /// <inheritdoc/>
    public override void SumOfSquares(ReadOnlySpan<DeviceBuffer> buffers, DeviceBuffer y) =>
        Of(buffers.IsEmpty ? y : buffers[0]).SumOfSquares(buffers, y);

    /// <inheritdoc/>
    public override void MatMul(MatMulGeometry geometry, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y) =>
        Of(a).MatMul(geometry, a, b, y);

    /// <inheritdoc/>
    public override void Conv2d(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer w, DeviceBuffer? bias, DeviceBuffer y) =>
        Of(x).Conv2d(geometry, x, w, bias, y);

    /// <inheritdoc/>
    public override void Conv2dInputGradient(Conv2dGeometry geometry, DeviceBuffer dy, DeviceBuffer w, DeviceBuffer dx) =>
        Of(dy).Conv2dInputGradient(geometry, dy, w, dx);

    /// <inheritdoc/>
    public override void Conv2dWeightGradient(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dw) =>
        Of(x).Conv2dWeightGradient(geometry, x, dy, dw);

    /// <inheritdoc/>
    public override void ChannelMoments(int rows, int channels, DeviceBuffer x, DeviceBuffer mean, DeviceBuffer variance) =>
        Of(x).ChannelMoments(rows, channels, x, mean, variance);

    /// <inheritdoc/>
    public override void BatchNorm<O>(BatchNormGeometry geometry, O activation, in BatchNormOperands operands, DeviceBuffer y) =>
        Of(y).BatchNorm(geometry, activation, operands, y);

    /// <inheritdoc/>
    public override void BatchNormBackward<D>(BatchNormGeometry geometry, D activationSlope, in BatchNormOperands operands, bool frozen, DeviceBuffer dy, in BatchNormGradients gradients) =>
        Of(dy).BatchNormBackward(geometry, activationSlope, operands, frozen, dy, gradients);

    /// <inheritdoc/>
    public override void GroupNorm(GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer beta, DeviceBuffer y) =>
        Of(x).GroupNorm(geometry, x, gamma, beta, y);

    /// <inheritdoc/>
    public override void GroupNormBackward(GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer dy, DeviceBuffer dx, DeviceBuffer dgamma, DeviceBuffer dbeta) =>
        Of(x).GroupNormBackward(geometry, x, gamma, dy, dx, dgamma, dbeta);

    /// <inheritdoc/>
    public override void MaxPool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y, DeviceBuffer indices) =>
        Of(x).MaxPool2d(geometry, x, y, indices);

    /// <inheritdoc/>
    public override void AveragePool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y) =>
        Of(x).AveragePool2d(geometry, x, y);

    /// <inheritdoc/>
    public override void AveragePool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer dx) =>
        Of(dy).AveragePool2dInputGradient(geometry, dy, dx);

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropy(CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer losses) =>
        Of(logits).SoftmaxCrossEntropy(geometry, logits, labels, losses);

    /// <inheritdoc/>
    public override void SoftmaxCrossEntropyGradient(CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer dlosses, DeviceBuffer dlogits) =>
        Of(logits).SoftmaxCrossEntropyGradient(geometry, logits, labels, dlosses, dlogits);

    /// <inheritdoc/>
    public override void Update<R>(ReadOnlySpan<double> coefficients, ReadOnlySpan<UpdateTarget> targets, DeviceBuffer? gate = null)
    {
        if (!targets.IsEmpty) Of(targets[0].Weights).Update<R>(coefficients, targets, gate);
    }

    /// <inheritdoc/>
    public override void CropImages(ImageGeometry geometry, DeviceBuffer pixels, DeviceBuffer crops, DeviceBuffer table, DeviceBuffer y) =>
        Of(y).CropImages(geometry, pixels, crops, table, y);

    /// <inheritdoc/>
    public override void Random(RandomDistribution distribution, RandomStream stream, ulong start, DeviceBuffer y) =>
        Of(y).Random(distribution, stream, start, y);
}
