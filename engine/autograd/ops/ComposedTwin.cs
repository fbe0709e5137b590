namespace Catapult.Engine;

/// <summary>
/// Second orders of fused operations. A fused backward kernel cannot be differentiated, so when the graph of the gradients is wanted the
/// operation is computed again from plain tensor operations, its composed twin, and that is differentiated instead.
/// </summary>
internal static class ComposedTwin
{
    /// <summary>Delivers the gradients of <paramref name="twin"/>, a function of the inputs, as part of the graph.</summary>
    public static void Backward(Func<Tensor[], Tensor> twin, Tensor[] inputs, Tensor gradient, InputGradients into)
    {
        // Each input stands in by an alias of its own: one that is used twice, or is an ancestor of another (as a residual is),
        // would otherwise get the gradients of several places at each of them.
        Tensor[] places = [.. inputs.Select(input => input.Alias())];
        int[] wanted = [.. Enumerable.Range(0, inputs.Length).Where(into.Wants)];
        Tensor[] gradients = Autograd.Grad(twin(places), [.. wanted.Select(i => places[i])], gradient, createGraph: true);
        for (int i = 0; i < wanted.Length; i++) into.Set(wanted[i], gradients[i]);
    }
}
