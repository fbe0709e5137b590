namespace Catapult.Engine;

/// <summary>x + f(x), f two convolution blocks of the same width: the residual part of Page's ResNet-9.</summary>
public sealed class ResidualPair : Module
{
    private readonly Sequential inner;

    /// <summary>A pair of the given number of channels.</summary>
    public ResidualPair(ParameterFactory make, int channels) => inner = Add("inner", new Sequential(
        new Conv2d(make, channels, channels, 3, padding: 1, bias: false), new BatchNorm2d(make, channels), new ReLU(),
        new Conv2d(make, channels, channels, 3, padding: 1, bias: false), new BatchNorm2d(make, channels), new ReLU()));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x + inner.Forward(x);
}
