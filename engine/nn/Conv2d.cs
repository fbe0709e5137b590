namespace Catapult.Engine;

/// <summary>Two-dimensional convolution of channels-last images, weights (O, K, K, C).</summary>
public sealed class Conv2d : Module
{
    private readonly int stride, padding;

    /// <summary>A layer with PyTorch's default first values.</summary>
    public Conv2d(ParameterFactory make, int inChannels, int outChannels, int kernel, int stride = 1, int padding = 0, bool bias = true)
    {
        (this.stride, this.padding) = (stride, padding);
        Weight = Add("weight", make.Create([outChannels, kernel, kernel, inChannels], Initializer.FanInUniform, ExchangeLayout.ConvolutionWeight));
        if (bias) Bias = Add("bias", make.Create([outChannels], Initializer.WithinBound(1 / Math.Sqrt(inChannels * kernel * kernel)), isScaleOrShift: true));
    }

    /// <summary>The weights.</summary>
    public Parameter Weight { get; }

    /// <summary>The bias (O), where there is one.</summary>
    public Parameter? Bias { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Conv2d(Weight, Bias?.Value, stride, padding);
}
