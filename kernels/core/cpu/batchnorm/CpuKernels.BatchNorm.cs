namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    /// <inheritdoc/>
    public override void ChannelMoments(int rows, int channels, DeviceBuffer x, DeviceBuffer mean, DeviceBuffer variance) =>
        ChannelMoments(rows, channels, At(x), At(mean), At(variance));

    /// <inheritdoc/>
    public override void BatchNorm<O>(BatchNormGeometry geometry, O activation, in BatchNormOperands operands, DeviceBuffer y) =>
        BatchNorm<O>(geometry, activation, operands, At(y));

    /// <inheritdoc/>
    public override void BatchNormBackward<D>(
        BatchNormGeometry geometry, D activationSlope, in BatchNormOperands operands, bool frozen, DeviceBuffer dy, in BatchNormGradients gradients) =>
        BatchNormBackward<D>(geometry, activationSlope, operands, frozen, At(dy), gradients);

    private static int RowsInPart(int channels) => Math.Max(1, Grain / Math.Max(channels, 1));

    private void ChannelMoments(int rows, int channels, E* x, E* mean, E* variance)
    {
        int rowsInPart = RowsInPart(channels), parts = Parts(rows, rowsInPart);
        using var partial = new Scratch<E>(pool, parts * 2 * channels);
        workers.Run(parts, new MomentsJob<E, V>(rows, channels, rowsInPart, x, partial.Pointer));
        ChannelVectors<E>.CombineMoments(rows, channels, rowsInPart, parts, partial.Pointer, mean, variance);
    }

    private void BatchNorm<O>(BatchNormGeometry g, O activation, in BatchNormOperands operands, E* y) where O : struct, IUnary
    {
        using var vectors = new Scratch<E>(pool, 2 * g.Channels);
        E* scale = vectors.Pointer, shift = scale + g.Channels;
        ScaleAndShift(g, operands, scale, shift);
        int rowsInPart = RowsInPart(g.Channels);
        E* residual = operands.Residual is null ? null : At(operands.Residual);
        workers.Run(
            Parts(g.Rows, rowsInPart),
            new NormalizeJob<O, E, V>(activation, g.Rows, g.Channels, rowsInPart, At(operands.X), residual, scale, shift, y));
    }

    private void BatchNormBackward<D>(BatchNormGeometry g, D slope, in BatchNormOperands operands, bool frozen, E* dy, in BatchNormGradients gradients) where D : struct, IUnary
    {
        int rowsInPart = RowsInPart(g.Channels), parts = Parts(g.Rows, rowsInPart);
        using var vectors = new Scratch<E>(pool, 4 * g.Channels);
        using var partial = new Scratch<E>(pool, parts * 2 * g.Channels);
        E* scale = vectors.Pointer, shift = scale + g.Channels, towardMean = shift + g.Channels, offsets = towardMean + g.Channels;
        E* mean = At(operands.Mean), residual = operands.Residual is null ? null : At(operands.Residual);
        E* dresidual = gradients.Residual is null ? null : At(gradients.Residual);
        ScaleAndShift(g, operands, scale, shift);
        var source = new NormalizeSlope<D, E, V>(slope, At(operands.X), residual, dy);
        workers.Run(parts, new NormalizeSumsJob<D, E, V>(source, g.Rows, g.Channels, rowsInPart, mean, scale, shift, partial.Pointer));
        ChannelVectors<E>.CombineGradients(
            g, parts, frozen, partial.Pointer, At(operands.Variance), At(operands.Gamma), At(gradients.Gamma), At(gradients.Beta), towardMean, offsets);
        workers.Run(parts, new NormalizeGradientJob<D, E, V>(
            source, g.Rows, g.Channels, rowsInPart, mean, scale, shift, towardMean, offsets, At(gradients.X), dresidual));
    }

    private static void ScaleAndShift(BatchNormGeometry g, in BatchNormOperands operands, E* scale, E* shift) =>
        ChannelVectors<E>.ScaleAndShift(
            g.Channels, g.Epsilon, At(operands.Mean), At(operands.Variance), At(operands.Gamma), At(operands.Beta), scale, shift);
}
