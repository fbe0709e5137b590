using Catapult.Engine;

namespace Catapult.Tests;

/// <summary>How near an operation must come to PyTorch's float64 values, relative to the largest magnitude of the compared array.</summary>
/// <param name="Double">In float64.</param>
/// <param name="Single">In float32: values and gradients.</param>
/// <param name="SingleSecond">In float32: second orders, which magnify the rounding of the first.</param>
/// <param name="Reason">Why this much.</param>
internal sealed record OpTolerance(double Double, double Single, double SingleSecond, string Reason)
{
    private static readonly OpTolerance Elementwise = new(1e-10, 2e-6, 4e-6, "some 16 roundings of 6e-8");

    private static readonly OpTolerance Exact = new(0, 1e-7, 1e-7, "copies: only the rounding of the inputs to float32");

    private static readonly OpTolerance Summed = new(1e-10, 4e-6, 8e-6, "sums of up to some hundred terms, rounded in another order");

    private static readonly OpTolerance Normalized = new(1e-10, 1e-5, 1e-4, "a root of a sum of squares, by which the gradients divide up to three times");

    /// <summary>The tolerance of an operation of the catalog.</summary>
    public static OpTolerance Of(string operation) => operation switch
    {
        nameof(Tensor.Pad) or nameof(Tensor.Concat) or nameof(Tensor.Permute) or nameof(Tensor.Slice) or nameof(Tensor.MaxPool2d) => Exact,
        "BatchNorm" or nameof(Tensor.LayerNorm) or nameof(Tensor.GroupNorm) or nameof(Tensor.Variance) => Normalized,
        nameof(Tensor.Conv2d) or nameof(Tensor.MatMul) or nameof(Tensor.Linear) or nameof(Tensor.Sum) or nameof(Tensor.Mean) or nameof(Tensor.AveragePool2d)
            or nameof(Tensor.GlobalAveragePool2d) or nameof(Tensor.CrossEntropy) or nameof(Tensor.MeanSquaredError) or nameof(Tensor.Softmax)
            or nameof(Tensor.LogSoftmax) or nameof(Tensor.Embedding) => Summed,
        _ => Elementwise,
    };
}
