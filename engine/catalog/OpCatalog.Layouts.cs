namespace Catapult.Engine;

public static partial class OpCatalog
{
    private static OpEntry[] Layouts() =>
    [
        new(nameof(Tensor.Reshape), "the same elements in another shape", "any, to as many elements; one extent may be -1"),
        new(nameof(Tensor.Flatten), "all axes after the first as one", "(N, ...) to (N, product)"),
        new(nameof(Tensor.Squeeze), "without an axis of extent 1", "(..., 1, ...) to (..., ...)"),
        new(nameof(Tensor.Unsqueeze), "with a new axis of extent 1", "(..., ...) to (..., 1, ...)"),
        new(nameof(Tensor.Permute), "axes in another order", "any"),
        new(nameof(Tensor.Transpose), "two axes exchanged", "any"),
        new(nameof(Tensor.BroadcastTo), "repeated along axes of extent 1 and new leading ones", "any, to one it broadcasts to"),
        new(
            nameof(Tensor.Slice), "elements start, start + step, ... of an axis", "(..., n, ...) to (..., count, ...)",
            "a negative step runs backwards"),
        new(nameof(Tensor.Pad), "zeros before and after along an axis", "(..., n, ...) to (..., before + n + after, ...)"),
        new(nameof(Tensor.Concat), "joined along an axis", "(..., a, ...), (..., b, ...) to (..., a + b, ...)"),
        new(
            nameof(Tensor.Gather), "y[i, j, k] = x[i, index[i, j, k], k] along an axis", "x and indices equal outside of the axis, to the indices' shape",
            "gradients of an element taken twice add up; an index out of range is refused"),
        new(nameof(Tensor.Embedding), "rows of a table", "(V, D), indices (...) to (..., D)", "as gather"),
        new(
            nameof(Tensor.OneHot), "1 at the index, 0 elsewhere", "indices (...) to (..., classes)",
            "an index out of range is refused", IsDifferentiable: false),
        new(nameof(Tensor.Detach), "the same elements, cut off from the graph", "any, the same", IsDifferentiable: false),
    ];
}
