using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>
/// The CIFAR form of ResNet without normalization: convolutions with biases, He's first weights, and 0 for the second convolution of each block and the last
/// layer, so that at first every block is its shortcut (the essence of Fixup, Zhang, Dauphin and Ma 2019).
/// </summary>
internal sealed class NormFreeResNet : Module
{
    private readonly Parameter stem, stemBias, head, headBias;
    private readonly List<(Parameter First, Parameter FirstBias, Parameter Second, Parameter SecondBias, int Stride, int Missing)> blocks = [];

    /// <summary>A net of depth 6n+2.</summary>
    public NormFreeResNet(ParameterFactory make, int depth, int channels, int classes)
    {
        (stem, stemBias) = Convolution(make, "stem", channels, 16, Initializer.KaimingNormal);
        int inputs = 16;
        foreach ((int width, int stride) in new[] { (16, 1), (32, 2), (64, 2) })
            for (int block = 0; block < (depth - 2) / 6; block++, inputs = width)
            {
                string name = $"block{blocks.Count}";
                (Parameter first, Parameter firstBias) = Convolution(make, $"{name}.first", inputs, width, Initializer.KaimingNormal);
                (Parameter second, Parameter secondBias) = Convolution(make, $"{name}.second", width, width, Initializer.Zeros);
                blocks.Add((first, firstBias, second, secondBias, block == 0 ? stride : 1, width - inputs));
            }
        head = Add("head.weight", make.Create([classes, 64], Initializer.Zeros));
        headBias = Add("head.bias", make.Create([classes], Initializer.Zeros, isScaleOrShift: true));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        x = Rectify(x.Conv2d(stem, stemBias, padding: 1));
        foreach ((Parameter first, Parameter firstBias, Parameter second, Parameter secondBias, int stride, int missing) in blocks)
        {
            Tensor inner = Rectify(x.Conv2d(first, firstBias, stride, 1)).Conv2d(second, secondBias, padding: 1);
            x = Rectify(inner + ResidualBlock.Shortcut(x, stride, missing));
        }
        return x.Mean([1, 2]).Linear(head, headBias.Value);
    }

    private static Tensor Rectify(Tensor x) => x.Unary(new Relu(), new ReluSlope());

    private (Parameter Weight, Parameter Bias) Convolution(ParameterFactory make, string name, int inputs, int outputs, Initializer weights) =>
        (Add($"{name}.weight", make.Create([outputs, 3, 3, inputs], weights)), Add($"{name}.bias", make.Create([outputs], Initializer.Zeros, isScaleOrShift: true)));
}
