using Catapult.Engine;

namespace Catapult.Tests;

/// <summary>The network of goldens/training.json, under its names.</summary>
internal sealed class GoldenNet : Module
{
    private readonly Conv2d first, second;
    private readonly BatchNorm2d firstNorm, secondNorm;
    private readonly Linear last;

    public GoldenNet(ParameterFactory make)
    {
        first = Add("conv1", new Conv2d(make, 2, 4, 3, padding: 1, bias: false));
        firstNorm = Add("bn1", new BatchNorm2d(make, 4));
        second = Add("conv2", new Conv2d(make, 4, 8, 3, stride: 2, padding: 1, bias: false));
        secondNorm = Add("bn2", new BatchNorm2d(make, 8));
        last = Add("fc", new Linear(make, 8, 5));
    }

    public override Tensor Forward(Tensor x)
    {
        x = firstNorm.ForwardRelu(first.Forward(x));
        x = secondNorm.ForwardRelu(second.Forward(x));
        return last.Forward(x.Mean([1, 2]));
    }

    /// <summary>Takes over the values of a file.</summary>
    public void Load(IReadOnlyDictionary<string, GoldenArray> values)
    {
        foreach ((string name, Tensor value, ExchangeLayout layout) in State())
            value.CopyFrom(layout.FromFile(values[name].ToTensor(value.Backend, value.Type), value.Shape));
    }
}
