using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>
/// The derivative J of a model's outputs by its parameters, through products: J' u is a gradient with u for a seed; J v is the derivative by u of (J' u) v,
/// which is linear in u, so any u serves.
/// </summary>
internal sealed class Jacobian
{
    private readonly Tensor[] parameters, pulled;
    private readonly Tensor probe;

    /// <summary>J at the parameters' present values. What it makes belongs to the innermost scope.</summary>
    public Jacobian(IReadOnlyList<Tensor> parameters, Func<Tensor> outputs)
    {
        this.parameters = [.. parameters];
        Outputs = outputs();
        probe = Tensor.Ones(Outputs.Backend, Outputs.Shape, Outputs.Type);
        probe.RequiresGrad = true;
        pulled = Autograd.Grad(Outputs, this.parameters, probe, createGraph: true);
    }

    /// <summary>The outputs.</summary>
    public Tensor Outputs { get; }

    /// <summary>J' u: u is of the outputs' shape, the result of the parameters'.</summary>
    public Tensor[] Pull(Tensor u) => Autograd.Grad(Outputs, parameters, u);

    /// <summary>J v: v is of the parameters' shapes, the result of the outputs'.</summary>
    public Tensor Push(IReadOnlyList<Tensor> v) => Autograd.Grad(FlatVector.Dot(pulled, v), [probe])[0];
}
