namespace Catapult.Engine;

/// <summary>y = x W' + b: x (N, inputs), W (outputs, inputs), b (outputs).</summary>
public sealed class Linear : Module
{
    /// <summary>A layer with PyTorch's default first values.</summary>
    /// <param name="make">Where and how parameters are made.</param>
    /// <param name="inputs">Columns of the input.</param>
    /// <param name="outputs">Columns of the result.</param>
    /// <param name="bias">Whether there is a bias.</param>
    /// <param name="flattened">Height, width and channels of the images whose flattening is the input, so that files match PyTorch's order of columns.</param>
    public Linear(ParameterFactory make, int inputs, int outputs, bool bias = true, (int Height, int Width, int Channels)? flattened = null)
    {
        ExchangeLayout layout = flattened is var (h, w, c) && c > 1 && h * w > 1 ? ExchangeLayout.AfterFlatten(outputs, h, w, c) : ExchangeLayout.AsIs;
        Weight = Add("weight", make.Create([outputs, inputs], Initializer.FanInUniform, layout));
        if (bias) Bias = Add("bias", make.Create([outputs], Initializer.WithinBound(1 / Math.Sqrt(inputs)), isScaleOrShift: true));
    }

    /// <summary>W.</summary>
    public Parameter Weight { get; }

    /// <summary>b, where there is one.</summary>
    public Parameter? Bias { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Linear(Weight, Bias?.Value);
}
