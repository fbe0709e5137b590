using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>Other values in the place of some tensors, until disposed; then the tensors are what they were, to the bit.</summary>
public sealed class BorrowedWeights : IDisposable
{
    private readonly (Tensor Target, Tensor Copy)[] kept;

    /// <summary>Keeps the values of some tensors, which may be overwritten from here on.</summary>
    public BorrowedWeights(IEnumerable<Tensor> tensors)
    {
        using var mode = Autograd.NoGrad();
        kept = [.. tensors.Select(tensor =>
        {
            Tensor copy = Tensor.Zeros(tensor.Backend, tensor.Shape, tensor.Type).Keep();
            copy.CopyFrom(tensor);
            return (tensor, copy);
        })];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((Tensor target, Tensor copy) in kept)
        {
            target.CopyFrom(copy);
            copy.Dispose();
        }
    }
}
