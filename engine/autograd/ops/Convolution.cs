using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// Cross-correlation of channels-last images (N, H, W, C) with weights (O, KH, KW, C), plus a bias (O) or none.
    /// </summary>
    /// <exception cref="ShapeException">Channels, stride, padding or kernel do not fit.</exception>
    public Tensor Conv2d(Tensor weight, Tensor? bias = null, int stride = 1, int padding = 0)
    {
        Conv2dGeometry geometry = Conv2dGeometry.Create(Shape, weight.Shape, (stride, stride), (padding, padding));
        if (bias is not null && bias.Shape != [geometry.OutChannels])
            throw new ShapeException("conv2d", $"the bias {bias.Shape} does not fit {geometry.OutChannels} output channels", "Give one number an output channel");
        Tensor y = Empty(Backend, geometry.OutputShape, Floating("conv2d", this, weight, bias));
        Backend.Conv2d(geometry, Buffer, weight.Buffer, bias?.Buffer, y.Buffer);
        Autograd.Record("conv2d", y, bias is null ? [this, weight] : [this, weight, bias], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, Conv2dInputGradient(geometry, g, weight));
            if (into.Wants(1)) into.Set(1, Conv2dWeightGradient(geometry, this, g));
            if (bias is not null && into.Wants(2)) into.Set(2, g.Sum([0, 1, 2]));
        });
        return y;
    }

    /// <summary>The convolution is linear in each operand, so its gradients are the other operations of the same three, to every order.</summary>
    private static Tensor Conv2dInputGradient(Conv2dGeometry geometry, Tensor dy, Tensor weight)
    {
        Tensor dx = Empty(dy.Backend, geometry.InputShape, dy.Type);
        dy.Backend.Conv2dInputGradient(geometry, dy.Buffer, weight.Buffer, dx.Buffer);
        Autograd.Record("conv2d input gradient", dx, [dy, weight], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, Conv2dForward(geometry, g, weight));
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
            if (into.Wants(1)) into.Set(1, Conv2dForward(geometry, x, g));
        });
        return dw;
    }

    private static Tensor Conv2dForward(Conv2dGeometry geometry, Tensor x, Tensor weight)
    {
        Tensor y = Empty(x.Backend, geometry.OutputShape, x.Type);
        x.Backend.Conv2d(geometry, x.Buffer, weight.Buffer, null, y.Buffer);
        Autograd.Record("conv2d", y, [x, weight], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, Conv2dInputGradient(geometry, g, weight));
            if (into.Wants(1)) into.Set(1, Conv2dWeightGradient(geometry, x, g));
        });
        return y;
    }
}
