using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>
/// The neural tangent kernel, scale J J', with J the derivative of the outputs by the parameters (Jacot, Gabriel and Hongler 2018): a matrix over the
/// outputs of a batch. For half the mean squared error over m examples of one output each, scale 1/m gives it the eigenvalues that the loss's
/// Gauss-Newton matrix has beside zeros; its largest is the curvature lambda of the catapult. Dispose it before the parameters move.
/// </summary>
public sealed class TangentKernelOperator : ISymmetricOperator, IDisposable
{
    private readonly TensorScope scope;
    private readonly double scale;
    private Jacobian jacobian = null!;

    /// <summary>The kernel at the parameters' present values.</summary>
    /// <param name="parameters">By what is differentiated; they must require gradients.</param>
    /// <param name="outputs">Computes the model's outputs on a fixed batch.</param>
    /// <param name="scale">What J J' is multiplied by.</param>
    public TangentKernelOperator(IReadOnlyList<Tensor> parameters, Func<Tensor> outputs, double scale = 1)
    {
        this.scale = scale;
        scope = HeldScope.Open(() => jacobian = new Jacobian(parameters, outputs));
    }

    /// <inheritdoc/>
    public int Dimension => jacobian.Outputs.Length;

    /// <inheritdoc/>
    public double[] Multiply(ReadOnlySpan<double> vector)
    {
        using var products = TensorScope.Open();
        Tensor[] pulled = jacobian.Pull(FlatVector.Split(vector, [jacobian.Outputs])[0]);
        return FlatVector.Of([jacobian.Push(pulled) * scale]);
    }

    /// <inheritdoc/>
    public void Dispose() => scope.Dispose();
}
