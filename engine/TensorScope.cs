namespace Catapult.Engine;

/// <summary>
/// The life of the tensors computed on this thread until <see cref="Dispose"/>, which gives their buffers back to the pool. Scopes nest;
/// the training loop opens one a step.
/// </summary>
public sealed class TensorScope : IDisposable
{
    [ThreadStatic]
    private static TensorScope? innermost;

    [ThreadStatic]
    private static Stack<TensorScope>? spares;

    private readonly List<Tensor> tensors = [];
    private TensorScope? outer;

    private TensorScope() { }

    /// <summary>Opens a scope inside the current one. Scopes are taken from a pool: dispose each once, innermost first.</summary>
    public static TensorScope Open()
    {
        spares ??= new();
        TensorScope scope = spares.Count > 0 ? spares.Pop() : new();
        scope.outer = innermost;
        return innermost = scope;
    }

    /// <summary>Ends the scope: every tensor of it that was not kept gives its buffer back.</summary>
    /// <exception cref="InvalidOperationException">Another scope, opened later on this thread, is still open.</exception>
    public void Dispose()
    {
        if (innermost != this) throw new InvalidOperationException("Tensor scopes end innermost first; dispose each scope once, on the thread that opened it.");
        foreach (Tensor tensor in tensors)
            if (!tensor.IsKept) tensor.Dispose();
        tensors.Clear();
        innermost = outer;
        spares!.Push(this);
    }

    internal static void Adopt(Tensor tensor) => innermost?.tensors.Add(tensor);
}
