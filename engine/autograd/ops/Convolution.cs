using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// Cross-correlation of channels-last images (N, H, W, C) with weights (O, KH, KW, C / groups), plus a bias (O) or none.
    /// </summary>
    /// <param name="weight">Output channels, kernel height, kernel width, input channels of a group.</param>
    /// <param name="bias">One number an output channel.</param>
    /// <param name="stride">Input pixels from one output pixel to the next; 1 when absent.</param>
    /// <param name="padding">Zeros on each side; 0 when absent.</param>
    /// <param name="dilation">Input pixels from one tap to the next; 1 when absent.</param>
    /// <param name="groups">Runs of channels that see only their own; as many as channels make a depthwise convolution.</param>
    /// <exception cref="ShapeException">Channels, groups, stride, padding, dilation or kernel do not fit.</exception>
    public Tensor Conv2d(Tensor weight, Tensor? bias = null, Size2d? stride = null, Size2d? padding = null, Size2d? dilation = null, int groups = 1)
    {
        Conv2dGeometry geometry = Conv2dGeometry.Create(Shape, weight.Shape, stride ?? Size2d.One, padding ?? Size2d.Zero, dilation, groups);
        if (bias is not null && bias.Shape != [geometry.OutChannels])
            throw new ShapeException("conv2d", $"the bias {bias.Shape} does not fit {geometry.OutChannels} output channels", "Give one number an output channel");
        return Conv2d(geometry, this, weight, bias);
    }

    /// <summary>The convolution is linear in each operand, so its gradients are the other operations of the same three, to every order.</summary>
    private static Tensor Conv2dInputGradient(Conv2dGeometry geometry, Tensor dy, Tensor weight)
    {
        Tensor dx = Empty(dy.Backend, geometry.InputShape, dy.Type);
        dy.Backend.Conv2dInputGradient(geometry, dy.Buffer, weight.Buffer, dx.Buffer);
        Autograd.Record("conv2d input gradient", dx, [dy, weight], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, Conv2d(geometry, g, weight));
            if (into.Wants(1)) into.Set(1, Conv2dWeightGradient(geometry, g, dy));
        });
        return dx;
    }

    private static Tensor Conv2dWeightGradient(Conv2dGeometry geometry, Tensor x, Tensor dy)
    {
        Tensor dw = Empty(x.Backend, geometry.WeightShape, x.Type);
        x.Backend.Conv2dWeightGradient(geometry, x.Buffer, dy.Buffer, dw.Buffer);
        Autograd.Record("conv2d weight gradient", dw, [x, dy], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, Conv2dInputGradient(geometry, dy, g));
            if (into.Wants(1)) into.Set(1, Conv2d(geometry, x, g));
        });
        return dw;
    }

    private static Tensor Conv2d(Conv2dGeometry geometry, Tensor x, Tensor weight, Tensor? bias = null)
    {
        Tensor y = Empty(x.Backend, geometry.OutputShape, Floating("conv2d", x, weight, bias));
        x.Backend.Conv2d(geometry, x.Buffer, weight.Buffer, bias?.Buffer, y.Buffer);
        Autograd.Record("conv2d", y, bias is null ? [x, weight] : [x, weight, bias], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, Conv2dInputGradient(geometry, g, weight));
            if (into.Wants(1)) into.Set(1, Conv2dWeightGradient(geometry, x, g));
            if (bias is not null && into.Wants(2)) into.Set(2, g.Sum([0, 1, 2]));
        });
        return y;
    }
}
