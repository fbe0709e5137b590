using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>f = n^-1/2 V relu(d^-1/2 W x), without biases, first values N(0, 1): the scaling in which the tangent kernel has a limit for wide nets.</summary>
internal sealed class TwoLayerNet : Module
{
    private readonly Parameter inner, outer;
    private readonly double innerScale, outerScale;

    /// <summary>A net of d inputs, n units and some outputs.</summary>
    public TwoLayerNet(ParameterFactory make, int inputs, int width, int outputs = 1)
    {
        inner = Add("inner", make.Create([width, inputs], Initializer.StandardNormal));
        outer = Add("outer", make.Create([outputs, width], Initializer.StandardNormal));
        (innerScale, outerScale) = (1 / Math.Sqrt(inputs), 1 / Math.Sqrt(width));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Hidden(x).Linear(outer.Value) * outerScale;

    /// <summary>The share of pairs of unit and example at which the unit is on.</summary>
    public double ActiveShare(Tensor x)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        return Hidden(x).ToArray<float>().Average(activation => activation > 0 ? 1.0 : 0.0);
    }

    /// <summary>The largest eigenvalue of the tangent kernel over the number of examples: that of the Hessian of half the mean squared error, near a fit.</summary>
    public double Curvature(Tensor x)
    {
        using var kernel = new TangentKernelOperator([.. NamedParameters().Select(parameter => parameter.Value)], () => Forward(x), 1.0 / x.Shape[0]);
        return Lanczos.Largest(kernel)[0].Value;
    }

    private Tensor Hidden(Tensor x) => (x.Linear(inner.Value) * innerScale).Unary(new Relu(), new ReluSlope());
}
