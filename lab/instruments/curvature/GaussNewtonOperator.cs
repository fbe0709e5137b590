using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>
/// The Gauss-Newton matrix J' H J, with J the derivative of the outputs by the parameters and H the Hessian of the loss by the outputs: the part of the
/// loss's Hessian that does not rest on the outputs' own curvature (Schraudolph 2002). Dispose it before the parameters move.
/// </summary>
public sealed class GaussNewtonOperator : ISymmetricOperator, IDisposable
{
    private readonly IReadOnlyList<Tensor> parameters;
    private readonly TensorScope scope;
    private Jacobian jacobian = null!;
    private Tensor outputs = null!, slope = null!;

    /// <summary>The matrix at the parameters' present values.</summary>
    /// <param name="parameters">By what is differentiated; they must require gradients.</param>
    /// <param name="outputs">Computes the model's outputs on a fixed batch.</param>
    /// <param name="loss">Computes the loss, one element, from the outputs.</param>
    public GaussNewtonOperator(IReadOnlyList<Tensor> parameters, Func<Tensor> outputs, Func<Tensor, Tensor> loss)
    {
        (this.parameters, Dimension) = (parameters, FlatVector.Length(parameters));
        scope = HeldScope.Open(() =>
        {
            jacobian = new Jacobian(parameters, outputs);
            this.outputs = jacobian.Outputs.Detach();
            this.outputs.RequiresGrad = true;
            slope = Autograd.Grad(loss(this.outputs), [this.outputs], createGraph: true)[0];
        });
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public double[] Multiply(ReadOnlySpan<double> vector)
    {
        using var products = TensorScope.Open();
        Tensor pushed = jacobian.Push(FlatVector.Split(vector, parameters));
        Tensor dot = (slope * pushed).Sum();
        return dot.RequiresGrad ? FlatVector.Of(jacobian.Pull(Autograd.Grad(dot, [outputs])[0])) : new double[Dimension];
    }

    /// <inheritdoc/>
    public void Dispose() => scope.Dispose();
}
