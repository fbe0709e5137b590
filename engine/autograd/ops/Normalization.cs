using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>The mean and the biased variance of each channel (the last axis) over all other axes, cut off from the graph.</summary>
    internal (Tensor Mean, Tensor Variance) ChannelMoments()
    {
        int channels = Shape[-1];
        Tensor mean = Empty(Backend, [channels], Floating("batch_norm", this)), variance = Empty(Backend, [channels], Type);
        Backend.ChannelMoments(Length / channels, channels, Buffer, mean.Buffer, variance.Buffer);
        return (mean, variance);
    }

    /// <summary>
    /// act((x - mean) / sqrt(variance + epsilon) * gamma + beta + residual) with a mean and a variance for each channel (the last axis), in one pass.
    /// </summary>
    /// <param name="statistics">The batch's own moments, through which the gradient then flows; or given ones, which count as constants.</param>
    /// <param name="frozen">Whether the statistics are given, not the batch's own.</param>
    /// <param name="affine">Gamma and beta (C).</param>
    /// <param name="residual">Added before the activation; of x's shape, or none.</param>
    /// <param name="epsilon">Keeps the root away from 0.</param>
    /// <param name="activation">The activation's formula.</param>
    /// <param name="slope">The formula of its derivative.</param>
    internal Tensor BatchNorm<O, D>(
        (Tensor Mean, Tensor Variance) statistics, bool frozen, (Tensor Gamma, Tensor Beta) affine, Tensor? residual, double epsilon, O activation, D slope)
        where O : struct, IUnary where D : struct, IUnary
    {
        (Tensor gamma, Tensor beta) = affine;
        int channels = Shape[-1];
        if (gamma.Shape != [channels] || beta.Shape != [channels] || (residual is not null && residual.Shape != Shape))
            throw new ShapeException("batch_norm", $"gamma {gamma.Shape}, beta {beta.Shape} or the residual do not fit {Shape}", "Gamma and beta have one number a channel, the residual has x's shape");
        var geometry = new BatchNormGeometry(Length / channels, channels, epsilon);
        Tensor y = Empty(Backend, Shape, Floating("batch_norm", this, gamma, beta, residual, statistics.Mean, statistics.Variance));
        var operands = new BatchNormOperands(Buffer, residual?.Buffer, statistics.Mean.Buffer, statistics.Variance.Buffer, gamma.Buffer, beta.Buffer);
        Backend.BatchNorm(geometry, activation, operands, y.Buffer);
        Tensor[] inputs = residual is null ? [this, gamma, beta] : [this, gamma, beta, residual];
        Autograd.Record("batch_norm", y, inputs, (g, into) =>
        {
            if (Autograd.IsRecording)
                ComposedTwin.Backward(t => t[0].ComposedBatchNorm(statistics, frozen, (t[1], t[2]), t.ElementAtOrDefault(3), epsilon, activation, slope), inputs, g, into);
            else
                BatchNormBackward(geometry, statistics, frozen, affine, residual, slope, g, into);
        });
        return y;
    }

    private void BatchNormBackward<D>(
        BatchNormGeometry geometry, (Tensor Mean, Tensor Variance) statistics, bool frozen, (Tensor Gamma, Tensor Beta) affine, Tensor? residual,
        D slope, Tensor dy, InputGradients into) where D : struct, IUnary
    {
        Tensor dx = Empty(Backend, Shape, Type), dgamma = Empty(Backend, affine.Gamma.Shape, Type), dbeta = Empty(Backend, affine.Beta.Shape, Type);
        Tensor? dresidual = residual is not null && into.Wants(3) ? Empty(Backend, Shape, Type) : null;
        var operands = new BatchNormOperands(
            Buffer, residual?.Buffer, statistics.Mean.Buffer, statistics.Variance.Buffer, affine.Gamma.Buffer, affine.Beta.Buffer);
        var gradients = new BatchNormGradients(dx.Buffer, dresidual?.Buffer, dgamma.Buffer, dbeta.Buffer);
        Backend.BatchNormBackward(geometry, slope, operands, frozen, dy.Buffer, gradients);
        into.Set(0, dx);
        into.Set(1, dgamma);
        into.Set(2, dbeta);
        if (dresidual is not null) into.Set(3, dresidual);
    }

    /// <summary>The same formula in plain operations: the definition that the fused kernels are tested against, and the way to second orders.</summary>
    internal Tensor ComposedBatchNorm<O, D>(
        (Tensor Mean, Tensor Variance) statistics, bool frozen, (Tensor Gamma, Tensor Beta) affine, Tensor? residual, double epsilon, O activation, D slope)
        where O : struct, IUnary where D : struct, IUnary
    {
        Tensor rows = Reshape(-1, Shape[-1]);
        Tensor mean = frozen ? statistics.Mean : rows.Mean([0], keepAxes: true), centred = rows - mean;
        Tensor variance = frozen ? statistics.Variance : centred.Square().Mean([0], keepAxes: true);
        Tensor z = (centred * (variance + epsilon).Rsqrt() * affine.Gamma + affine.Beta).Reshape(Shape);
        return (residual is null ? z : z + residual).Unary(activation, slope);
    }
}
