namespace Catapult.Engine;

/// <summary>
/// The basic block of He et al. 2015 for CIFAR: two 3x3 convolutions with batch normalization, and a shortcut without parameters (option A):
/// every stride-th pixel, the missing channels padded with zeros on both sides.
/// </summary>
public sealed class ResidualBlock : Module
{
    private readonly Conv2d first, second;
    private readonly BatchNorm2d firstNorm, secondNorm;
    private readonly int stride, missingChannels;

    /// <summary>A block from one number of channels to another.</summary>
    public ResidualBlock(ParameterFactory make, int inChannels, int outChannels, int stride)
    {
        (this.stride, missingChannels) = (stride, outChannels - inChannels);
        first = Add("c1", new Conv2d(make, inChannels, outChannels, 3, stride, padding: 1, bias: false));
        firstNorm = Add("b1", new BatchNorm2d(make, outChannels));
        second = Add("c2", new Conv2d(make, outChannels, outChannels, 3, padding: 1, bias: false));
        secondNorm = Add("b2", new BatchNorm2d(make, outChannels));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        Tensor y = second.Forward(firstNorm.ForwardRelu(first.Forward(x)));
        return secondNorm.ForwardRelu(y, Shortcut(x, stride, missingChannels));
    }

    /// <summary>The shortcut: every stride-th pixel, the missing channels as zeros, half of them on either side.</summary>
    public static Tensor Shortcut(Tensor x, int stride, int missingChannels)
    {
        if (stride != 1) x = x.Slice(1, 0, (x.Shape[1] + stride - 1) / stride, stride).Slice(2, 0, (x.Shape[2] + stride - 1) / stride, stride);
        return missingChannels == 0 ? x : x.Pad(3, missingChannels / 2, missingChannels - missingChannels / 2);
    }
}
