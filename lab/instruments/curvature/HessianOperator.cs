using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>
/// The Hessian of a loss, the matrix of its second derivatives: H v is the gradient of (g v), g being the gradient (Pearlmutter 1994), which is exact. The
/// graph of g is made once, at the parameters as they stand; dispose the operator before they move.
/// </summary>
public sealed class HessianOperator : ISymmetricOperator, IDisposable
{
    private readonly Tensor[] parameters;
    private readonly TensorScope scope;
    private Tensor[] gradient = [];

    /// <summary>The Hessian at the parameters' present values.</summary>
    /// <param name="parameters">By what is differentiated; they must require gradients.</param>
    /// <param name="loss">Computes the loss, one element, from the parameters; on a fixed batch, or the matrix changes from product to product.</param>
    public HessianOperator(IReadOnlyList<Tensor> parameters, Func<Tensor> loss)
    {
        (this.parameters, Dimension) = ([.. parameters], FlatVector.Length(parameters));
        scope = HeldScope.Open(() => gradient = Autograd.Grad(loss(), this.parameters, createGraph: true));
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <summary>The gradient, of which the Hessian is the derivative.</summary>
    public double[] Gradient() => FlatVector.Of(gradient);

    /// <inheritdoc/>
    public double[] Multiply(ReadOnlySpan<double> vector)
    {
        using var products = TensorScope.Open();
        Tensor dot = FlatVector.Dot(gradient, FlatVector.Split(vector, parameters));
        // A gradient that does not depend on the parameters has no graph: the loss is linear.
        return dot.RequiresGrad ? FlatVector.Of(Autograd.Grad(dot, parameters)) : new double[Dimension];
    }

    /// <inheritdoc/>
    public void Dispose() => scope.Dispose();
}
