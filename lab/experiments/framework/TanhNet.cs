using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>A fully connected net with tanh between its layers: each layer is gain W x + b, with b from 0.</summary>
internal sealed class TanhNet : Module
{
    private readonly List<(Parameter Weight, Parameter Bias, double Gain)> layers = [];

    /// <summary>A net through some widths, the inputs first.</summary>
    /// <param name="make">Where and how parameters are made.</param>
    /// <param name="widths">Inputs, hidden units of each layer, outputs.</param>
    /// <param name="weights">First values of the weights.</param>
    /// <param name="gain">What a layer's products are multiplied by, given its inputs.</param>
    public TanhNet(ParameterFactory make, IReadOnlyList<int> widths, Initializer weights, Func<int, double> gain)
    {
        for (int i = 1; i < widths.Count; i++)
            layers.Add((
                Add($"{i}.weight", make.Create([widths[i], widths[i - 1]], weights)),
                Add($"{i}.bias", make.Create([widths[i]], Initializer.Zeros, isScaleOrShift: true)),
                gain(widths[i - 1])));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            Tensor sum = x.Linear(layers[i].Weight) * layers[i].Gain + layers[i].Bias.Value;
            x = i < layers.Count - 1 ? sum.Tanh() : sum;
        }
        return x;
    }
}
