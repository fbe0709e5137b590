namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// Adds the gradient of this tensor by every leaf that requires one to that leaf's <see cref="Grad"/>. Afterwards the graph is released,
    /// unless it is retained.
    /// </summary>
    /// <param name="seed">The gradient to start from, of this tensor's shape; 1 for a scalar when absent.</param>
    /// <param name="createGraph">Whether to record the sweep, so that the gradients can be differentiated again.</param>
    /// <param name="retainGraph">Whether a second sweep over the same graph is to come.</param>
    /// <exception cref="Kernels.ShapeException">The tensor is no scalar and no seed is given, or the seed has another shape.</exception>
    /// <exception cref="InvalidOperationException">Nothing requires a gradient, or the graph was already released.</exception>
    public void Backward(Tensor? seed = null, bool createGraph = false, bool retainGraph = false) => Autograd.Backward(this, seed, createGraph, retainGraph);
}
