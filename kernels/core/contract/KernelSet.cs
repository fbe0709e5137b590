namespace Catapult.Kernels;

/// <summary>
/// Every kernel of a device. All tensors are contiguous and row-major, images channels-last. Shapes have been checked by the caller; a kernel may
/// rely on them. Unless a method says otherwise its operands share one floating-point type, its target may be one of its operands when both have
/// the same element order, and results are independent of thread count and run.
/// </summary>
public abstract class KernelSet
{
    /// <summary>y = f(x).</summary>
    public abstract void Unary<O>(O f, DeviceBuffer x, DeviceBuffer y) where O : struct, IUnary;

    /// <summary>
    /// y = f(a, b), with y contiguous in the order of the nest, which is one of <see cref="LoopNest.Broadcast"/>. In place only on an operand that
    /// is not broadcast.
    /// </summary>
    public abstract void Binary<O>(O f, in LoopNest nest, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y) where O : struct, IBinary;

    /// <summary>Copies elements of any type from operand A's places to operand B's; never in place.</summary>
    public abstract void Copy(in LoopNest nest, DeviceBuffer x, DeviceBuffer y);

    /// <summary>y = a where mask is not 0 (NaN is not), else b; all of one length and order.</summary>
    public abstract void Select(DeviceBuffer mask, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y);

    /// <summary>y[i] = x[indices[i]] for elements of any type, rows of <paramref name="width"/> neighbours being one element each; never in place.</summary>
    /// <exception cref="InputException">An index is outside of x. A device may say so later, when the program next waits for it.</exception>
    public abstract void Gather(int width, DeviceBuffer x, DeviceBuffer indices, DeviceBuffer y);

    /// <summary>
    /// The adjoint of <see cref="Gather"/>: dx[indices[i]] += dy[i] over all i in their order, from dx = 0. The indices come in
    /// <paramref name="blocks"/> runs of equal length, each of which points into its own equal share of dx.
    /// </summary>
    public abstract void ScatterAdd(int blocks, int width, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx);

    /// <summary>Folds the middle axis; never in place.</summary>
    public abstract void Reduce<R>(R reduction, ReduceGeometry geometry, DeviceBuffer x, DeviceBuffer y) where R : struct, IReduction;

    /// <summary>Sums along the middle axis up to and with each element, or from each element on when <paramref name="reverse"/>; y has x's shape.</summary>
    public abstract void CumulativeSum(ReduceGeometry geometry, bool reverse, DeviceBuffer x, DeviceBuffer y);

    /// <summary>
    /// e^x / sum e^x along the middle axis, or its logarithm x - log sum e^x; y has x's shape. A line that holds NaN or +infinity, or nothing but
    /// -infinity, becomes NaN.
    /// </summary>
    public abstract void Softmax(ReduceGeometry geometry, bool logarithm, DeviceBuffer x, DeviceBuffer y);

    /// <summary>Index of the largest element of each row of x (rows, columns) as Int32; the first among equals, NaN counting as largest.</summary>
    public abstract void ArgMax(int rows, int columns, DeviceBuffer x, DeviceBuffer indices);

    /// <summary>The sum of squares of all elements of all buffers, into the single Float64 element of y; double accumulation.</summary>
    public abstract void SumOfSquares(ReadOnlySpan<DeviceBuffer> buffers, DeviceBuffer y);

    /// <summary>y = op(a) op(b), batched; never in place.</summary>
    public abstract void MatMul(MatMulGeometry geometry, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y);

    /// <summary>
    /// y = conv(x, w) + bias (O), where there is one; never in place. Fast algorithms may let a NaN or an infinity of x reach outputs next to
    /// its windows, as NaN.
    /// </summary>
    public abstract void Conv2d(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer w, DeviceBuffer? bias, DeviceBuffer y);

    /// <summary>The gradient of <see cref="Conv2d"/> by its input: dx from dy and w; never in place.</summary>
    public abstract void Conv2dInputGradient(Conv2dGeometry geometry, DeviceBuffer dy, DeviceBuffer w, DeviceBuffer dx);

    /// <summary>The gradient of <see cref="Conv2d"/> by its weights: dw from x and dy; never in place.</summary>
    public abstract void Conv2dWeightGradient(Conv2dGeometry geometry, DeviceBuffer x, DeviceBuffer dy, DeviceBuffer dw);

    /// <summary>Mean and biased variance of each column of x (rows, channels).</summary>
    public abstract void ChannelMoments(int rows, int channels, DeviceBuffer x, DeviceBuffer mean, DeviceBuffer variance);

    /// <summary>Normalization with given statistics, the optional residual addition and the activation in one pass.</summary>
    public abstract void BatchNorm<O>(BatchNormGeometry geometry, O activation, in BatchNormOperands operands, DeviceBuffer y) where O : struct, IUnary;

    /// <summary>
    /// The gradients of <see cref="BatchNorm"/> with the statistics of the batch itself (or held constant, when <paramref name="frozen"/>):
    /// dx, dgamma, dbeta, and the residual's where there is one, given the formula of the activation's derivative.
    /// </summary>
    public abstract void BatchNormBackward<D>(
        BatchNormGeometry geometry, D activationSlope, in BatchNormOperands operands, bool frozen, DeviceBuffer dy, in BatchNormGradients gradients)
        where D : struct, IUnary;

    /// <summary>Normalization by the mean and the biased variance of each group of each image, then scale and shift by channel.</summary>
    public abstract void GroupNorm(GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer beta, DeviceBuffer y);

    /// <summary>The gradients of <see cref="GroupNorm"/>: dx (the shape of x), dgamma and dbeta (channels).</summary>
    public abstract void GroupNormBackward(
        GroupNormGeometry geometry, DeviceBuffer x, DeviceBuffer gamma, DeviceBuffer dy, DeviceBuffer dx, DeviceBuffer dgamma, DeviceBuffer dbeta);

    /// <summary>y and, as Int32 offsets into x, where each maximum was found: the first among equals in row-major order, NaN counting as largest.</summary>
    public abstract void MaxPool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y, DeviceBuffer indices);

    /// <summary>Averages of windows; padding counts as zeros.</summary>
    public abstract void AveragePool2d(Pool2dGeometry geometry, DeviceBuffer x, DeviceBuffer y);

    /// <summary>The gradient of <see cref="AveragePool2d"/>.</summary>
    public abstract void AveragePool2dInputGradient(Pool2dGeometry geometry, DeviceBuffer dy, DeviceBuffer dx);

    /// <summary>The loss of each row (rows), labels as Int32.</summary>
    /// <exception cref="InputException">A label is outside 0 .. classes-1. A device may say so later, when the program next waits for it.</exception>
    public abstract void SoftmaxCrossEntropy(CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer losses);

    /// <summary>dlogits (rows, classes) = (softmax - target) * dlosses of the row.</summary>
    public abstract void SoftmaxCrossEntropyGradient(
        CrossEntropyGeometry geometry, DeviceBuffer logits, DeviceBuffer labels, DeviceBuffer dlosses, DeviceBuffer dlogits);

    /// <summary>
    /// One optimizer step over all targets, in place. Where there is a gate, one Float64 element, and it is not finite, nothing moves: so that a
    /// device can refuse a step whose loss no program has seen yet.
    /// </summary>
    public abstract void Update<R>(ReadOnlySpan<double> coefficients, ReadOnlySpan<UpdateTarget> targets, DeviceBuffer? gate = null) where R : struct, IUpdateRule;

    /// <summary>
    /// Makes a batch of images (crops, height, width, channels) from a data set that lies on the device as bytes, four an Int32, first byte lowest: each
    /// pixel as <see cref="ImageGeometry.Source"/> says, each byte as the table (channels, 256) says, in y's type; 0 where it is cut out.
    /// </summary>
    public abstract void CropImages(ImageGeometry geometry, DeviceBuffer pixels, DeviceBuffer crops, DeviceBuffer table, DeviceBuffer y);

    /// <summary>Element i of y is a function of the stream and of <paramref name="start"/> + i alone, the same on every backend.</summary>
    public abstract void Random(RandomDistribution distribution, RandomStream stream, ulong start, DeviceBuffer y);
}
