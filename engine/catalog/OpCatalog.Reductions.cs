namespace Catapult.Engine;

public static partial class OpCatalog
{
    private static OpEntry[] Reductions() =>
    [
        new(nameof(Tensor.Sum), "sum over axes", "any, to the shape without the axes or with them as 1", "0 of nothing"),
        new(nameof(Tensor.Mean), "sum / n", "as sum", "NaN of nothing"),
        new(
            nameof(Tensor.Variance), "sum (x - mean)² / (n - correction)", "as sum",
            "correction 1 unless given (unbiased); NaN where n is not above it"),
        new(
            nameof(Tensor.Max), "largest over axes", "as sum",
            "ties share the gradient evenly; NaN wins, and its line gets NaN gradients; none of nothing"),
        new(nameof(Tensor.Min), "smallest over axes", "as sum", "as max"),
        new(
            nameof(Tensor.ArgMax), "index of the largest along an axis", "(..., n, ...) to (..., ...), Int32",
            "the first among equals; NaN counts as largest", IsDifferentiable: false),
        new(nameof(Tensor.CumulativeSum), "sums of x[0..i] along an axis", "any, the same", "all behind a NaN is NaN"),
        new(
            nameof(Tensor.Softmax), "e^x / sum e^x along an axis", "any, the same",
            "a line with NaN or +infinity, or of nothing but -infinity, is NaN; -infinity among numbers gives 0"),
        new(nameof(Tensor.LogSoftmax), "x - log sum e^x along an axis", "any, the same", "as softmax; -infinity stays"),
    ];
}
