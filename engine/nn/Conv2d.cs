using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Two-dimensional convolution of channels-last images, weights (O, KH, KW, C / groups); the parameters are those of the operation of <see cref="Tensor"/>.</summary>
public sealed class Conv2d : Module
{
    private readonly Size2d? stride, padding, dilation;
    private readonly int groups;

    /// <summary>A layer with PyTorch's default first values.</summary>
    /// <exception cref="ShapeException">Groups does not divide both numbers of channels.</exception>
    public Conv2d(
        ParameterFactory make, int inChannels, int outChannels, Size2d kernel, Size2d? stride = null, Size2d? padding = null, bool bias = true,
        Size2d? dilation = null, int groups = 1)
    {
        if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0)
            throw new ShapeException("conv2d", $"{groups} groups do not divide {inChannels} input and {outChannels} output channels", "Choose a divisor of both");
        (this.stride, this.padding, this.dilation, this.groups) = (stride, padding, dilation, groups);
        Shape shape = [outChannels, kernel.Height, kernel.Width, inChannels / groups];
        Weight = Add("weight", make.Create(shape, Initializer.FanInUniform, ExchangeLayout.ConvolutionWeight));
        if (bias) Bias = Add("bias", make.Create([outChannels], Initializer.WithinBound(1 / Math.Sqrt(shape.Size / outChannels)), isScaleOrShift: true));
    }

    /// <summary>The weights.</summary>
    public Parameter Weight { get; }

    /// <summary>The bias (O), where there is one.</summary>
    public Parameter? Bias { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Conv2d(Weight, Bias?.Value, stride, padding, dilation, groups);
}
