namespace Catapult.Engine;

/// <summary>A tensor that is learned, with what optimizers and files need to know of it.</summary>
/// <param name="Value">The elements; a leaf that requires a gradient.</param>
/// <param name="Layout">How the elements are arranged in PyTorch's layout.</param>
/// <param name="IsScaleOrShift">Whether this is a bias or belongs to a normalization, to which many recipes apply no weight decay.</param>
public sealed record Parameter(Tensor Value, ExchangeLayout Layout, bool IsScaleOrShift)
{
    /// <summary>The tensor itself.</summary>
    public static implicit operator Tensor(Parameter parameter) => parameter.Value;
}
