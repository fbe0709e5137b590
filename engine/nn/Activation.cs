namespace Catapult.Engine;

/// <summary>A function without parameters as a module, such as <c>Activation.Silu()</c>; each is the operation of <see cref="Tensor"/> of its name.</summary>
/// <param name="function">What the module computes.</param>
public sealed class Activation(Func<Tensor, Tensor> function) : Module
{
    /// <summary>x above 0, slope * x below.</summary>
    public static Activation LeakyRelu(double slope = 0.01) => new(x => x.LeakyRelu(slope));

    /// <summary>x above 0, alpha * (e^x - 1) below.</summary>
    public static Activation Elu(double alpha = 1) => new(x => x.Elu(alpha));

    /// <summary>x * Phi(x), or its approximation.</summary>
    public static Activation Gelu(GeluForm form = GeluForm.Erf) => new(x => x.Gelu(form));

    /// <summary>x * sigmoid(x).</summary>
    public static Activation Silu() => new(x => x.Silu());

    /// <summary>1 / (1 + e^-x).</summary>
    public static Activation Sigmoid() => new(x => x.Sigmoid());

    /// <summary>Hyperbolic tangent.</summary>
    public static Activation Tanh() => new(x => x.Tanh());

    /// <summary>log(1 + e^x).</summary>
    public static Activation Softplus() => new(x => x.Softplus());

    /// <summary>e^x / sum e^x along an axis.</summary>
    public static Activation Softmax(int axis = -1) => new(x => x.Softmax(axis));

    /// <summary>x - log sum e^x along an axis.</summary>
    public static Activation LogSoftmax(int axis = -1) => new(x => x.LogSoftmax(axis));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => function(x);
}
