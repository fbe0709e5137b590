using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>max(x, 0); the slope at 0 is 0, and NaN stays NaN.</summary>
    public Tensor Relu() => Stated<Relu, ReluSlope>(new());

    /// <summary>x above 0, slope * x below.</summary>
    public Tensor LeakyRelu(double slope = 0.01) => Unary(new LeakyRelu(slope));

    /// <summary>x above 0, alpha * (e^x - 1) below.</summary>
    public Tensor Elu(double alpha = 1) => Unary(new Elu(alpha));

    /// <summary>x * sigmoid(x).</summary>
    public Tensor Silu() => Unary(new Silu());

    /// <summary>x * Phi(x) with the Gaussian distribution function Phi, or its approximation by a tanh.</summary>
    public Tensor Gelu(GeluForm form = GeluForm.Erf) => form == GeluForm.Erf ? Unary(new Gelu()) : Unary(new GeluTanh());

    /// <summary>1 / (1 + e^-x).</summary>
    public Tensor Sigmoid() => Unary(new Sigmoid());

    /// <summary>Hyperbolic tangent.</summary>
    public Tensor Tanh() => Unary(new Tanh());

    /// <summary>log(1 + e^x).</summary>
    public Tensor Softplus() => Unary(new Softplus());

    /// <summary>e^x.</summary>
    public Tensor Exp() => Unary(new Exp());

    /// <summary>Natural logarithm.</summary>
    public Tensor Log() => Unary(new Log());

    /// <summary>Square root.</summary>
    public Tensor Sqrt() => Unary(new Sqrt());

    /// <summary>1 / sqrt(x).</summary>
    public Tensor Rsqrt() => Unary(new Rsqrt());

    /// <summary>1 / x.</summary>
    public Tensor Reciprocal() => Unary(new Reciprocal());

    /// <summary>x * x.</summary>
    public Tensor Square() => Stated<Square, Scale>(new());

    /// <summary>x to a constant power.</summary>
    public Tensor Pow(double exponent) => Unary(new Pow(exponent));

    /// <summary>|x|; the slope at 0 is 0.</summary>
    public Tensor Abs() => Unary(new Abs());

    /// <summary>Sine of x radians.</summary>
    public Tensor Sin() => Unary(new Sin());

    /// <summary>Cosine of x radians.</summary>
    public Tensor Cos() => Unary(new Cos());

    /// <summary>x limited to [low, high]; the slope at both bounds is 1, and NaN stays NaN.</summary>
    public Tensor Clamp(double low, double high) => Unary(new Clamp(low, high));
}
