using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>Parameters and gradients out of thin air.</summary>
internal static class TestParameters
{
    /// <summary>A parameter of the tensor's values.</summary>
    public static NamedParameter Of(string name, Tensor value, bool isScaleOrShift = false)
    {
        value.RequiresGrad = true;
        return new(name, new Parameter(value.Keep(), ExchangeLayout.AsIs, isScaleOrShift));
    }

    /// <summary>A parameter of float64 values.</summary>
    public static NamedParameter Of(Backend backend, string name, params double[] values) => Of(name, Tensor.From(backend, values, [values.Length]));

    /// <summary>Gives the parameter this gradient, in place of any that it has; none where it is frozen.</summary>
    public static void SetGradient(this NamedParameter parameter, Tensor gradient)
    {
        if (!parameter.Value.RequiresGrad) return;
        parameter.Value.ZeroGrad();
        (parameter.Value * gradient).Sum().Backward();
    }

    /// <summary>Gives the parameter this gradient, in place of any that it has.</summary>
    public static void SetGradient(this NamedParameter parameter, params double[] values) =>
        parameter.SetGradient(Tensor.From(parameter.Value.Backend, values, parameter.Value.Shape).To(parameter.Value.Type));
}
