using System.Numerics;

namespace Catapult.Kernels;

public sealed unsafe partial class CpuBackend
{
    /// <inheritdoc/>
    public override void ChannelMoments(int rows, int channels, DeviceBuffer x, DeviceBuffer mean, DeviceBuffer variance)
    {
        if (IsSingle(x)) ChannelMoments<float, Vec32>(rows, channels, At<float>(x), At<float>(mean), At<float>(variance));
        else ChannelMoments<double, Vec64>(rows, channels, At<double>(x), At<double>(mean), At<double>(variance));
    }

    /// <inheritdoc/>
    public override void BatchNorm<O>(BatchNormGeometry geometry, O activation, in BatchNormOperands operands, DeviceBuffer y)
    {
        if (IsSingle(y)) BatchNorm<O, float, Vec32>(geometry, activation, operands, At<float>(y));
        else BatchNorm<O, double, Vec64>(geometry, activation, operands, At<double>(y));
    }

    /// <inheritdoc/>
    public override void BatchNormBackward<D>(
        BatchNormGeometry geometry, D activationSlope, in BatchNormOperands operands, bool frozen, DeviceBuffer dy, in BatchNormGradients gradients)
    {
        if (IsSingle(dy)) BatchNormBackward<D, float, Vec32>(geometry, activationSlope, operands, frozen, At<float>(dy), gradients);
        else BatchNormBackward<D, double, Vec64>(geometry, activationSlope, operands, frozen, At<double>(dy), gradients);
    }

    private static int RowsInPart(int channels) => Math.Max(1, Grain / Math.Max(channels, 1));

    private void ChannelMoments<E, V>(int rows, int channels, E* x, E* mean, E* variance)
        where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
    {
        int rowsInPart = RowsInPart(channels), parts = Parts(rows, rowsInPart);
        using var partial = new Scratch<E>(pool, parts * 2 * channels);
        workers.Run(parts, new MomentsJob<E, V>(rows, channels, rowsInPart, x, partial.Pointer));
        ChannelVectors<E>.CombineMoments(rows, channels, rowsInPart, parts, partial.Pointer, mean, variance);
    }

    private void BatchNorm<O, E, V>(BatchNormGeometry g, O activation, in BatchNormOperands operands, E* y)
        where O : struct, IUnary where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
    {
        using var vectors = new Scratch<E>(pool, 2 * g.Channels);
        E* scale = vectors.Pointer, shift = scale + g.Channels;
        ScaleAndShift(g, operands, scale, shift);
        int rowsInPart = RowsInPart(g.Channels);
        E* residual = operands.Residual is null ? null : At<E>(operands.Residual);
        workers.Run(
            Parts(g.Rows, rowsInPart),
            new NormalizeJob<O, E, V>(activation, g.Rows, g.Channels, rowsInPart, At<E>(operands.X), residual, scale, shift, y));
    }

    private void BatchNormBackward<D, E, V>(BatchNormGeometry g, D slope, in BatchNormOperands operands, bool frozen, E* dy, in BatchNormGradients gradients)
        where D : struct, IUnary where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
    {
        int rowsInPart = RowsInPart(g.Channels), parts = Parts(g.Rows, rowsInPart);
        using var vectors = new Scratch<E>(pool, 4 * g.Channels);
        using var partial = new Scratch<E>(pool, parts * 2 * g.Channels);
        E* scale = vectors.Pointer, shift = scale + g.Channels, towardMean = shift + g.Channels, offsets = towardMean + g.Channels;
        E* mean = At<E>(operands.Mean), residual = operands.Residual is null ? null : At<E>(operands.Residual);
        E* dresidual = gradients.Residual is null ? null : At<E>(gradients.Residual);
        ScaleAndShift(g, operands, scale, shift);
        var source = new NormalizeSlope<D, E, V>(slope, At<E>(operands.X), residual, dy);
        workers.Run(parts, new NormalizeSumsJob<D, E, V>(source, g.Rows, g.Channels, rowsInPart, mean, scale, shift, partial.Pointer));
        ChannelVectors<E>.CombineGradients(
            g, parts, frozen, partial.Pointer, At<E>(operands.Variance), At<E>(operands.Gamma), At<E>(gradients.Gamma), At<E>(gradients.Beta), towardMean, offsets);
        workers.Run(parts, new NormalizeGradientJob<D, E, V>(
            source, g.Rows, g.Channels, rowsInPart, mean, scale, shift, towardMean, offsets, At<E>(gradients.X), dresidual));
    }

    private static void ScaleAndShift<E>(BatchNormGeometry g, in BatchNormOperands operands, E* scale, E* shift) where E : unmanaged, IFloatingPointIeee754<E> =>
        ChannelVectors<E>.ScaleAndShift(
            g.Channels, g.Epsilon, At<E>(operands.Mean), At<E>(operands.Variance), At<E>(operands.Gamma), At<E>(operands.Beta), scale, shift);
}
