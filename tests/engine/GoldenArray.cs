using System.Text.Json.Serialization;
using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>An array of a file of reference values: row-major, in PyTorch's layout.</summary>
internal sealed record GoldenArray([property: JsonPropertyName("shape")] int[] Shape, [property: JsonPropertyName("data")] double[] Data)
{
    /// <summary>The same numbers as a tensor, still in PyTorch's layout.</summary>
    public Tensor ToTensor(Backend backend, DType type) => Tensor.From(backend, Data, new Shape(Shape)).To(type);
}
