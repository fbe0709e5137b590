namespace Catapult.Engine;

public static partial class OpCatalog
{
    private static OpEntry[] Activations() =>
    [
        new(nameof(Tensor.Relu), "max(x, 0)", "any, the same", "slope 0 at 0; -0 becomes 0; NaN stays"),
        new(nameof(Tensor.LeakyRelu), "x > 0 ? x : slope * x", "any, the same", "slope at 0 is the lower one; NaN stays"),
        new(nameof(Tensor.Elu), "x > 0 ? x : alpha * (e^x - 1)", "any, the same", "slope at 0 is alpha"),
        new(
            nameof(Tensor.Gelu), "x * Phi(x), or x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x³)))", "any, the same",
            "NaN at -infinity, where it is infinity times 0 (as in PyTorch)"),
        new(nameof(Tensor.Silu), "x * sigmoid(x)", "any, the same", "NaN at -infinity, where it is infinity times 0 (as in PyTorch)"),
        new(nameof(Tensor.Sigmoid), "1 / (1 + e^-x)", "any, the same", "0 and 1 at the infinities, with slope 0"),
        new(nameof(Tensor.Tanh), "(e^x - e^-x) / (e^x + e^-x)", "any, the same", "-1 and 1 at the infinities, with slope 0; keeps the sign of 0"),
        new(nameof(Tensor.Softplus), "log(1 + e^x)", "any, the same", "0 and x far out, with slopes 0 and 1"),
        new(nameof(Tensor.Exp), "e^x", "any, the same"),
        new(nameof(Tensor.Log), "natural logarithm", "any, the same", "NaN below 0, -infinity at 0"),
        new(nameof(Tensor.Sqrt), "x^(1/2)", "any, the same", "NaN below 0; infinite slope at 0"),
        new(nameof(Tensor.Rsqrt), "x^(-1/2)", "any, the same", "NaN below 0, infinity at 0"),
        new(nameof(Tensor.Reciprocal), "1 / x", "any, the same", "infinities of the sign of a zero"),
        new(nameof(Tensor.Square), "x²", "any, the same"),
        new(nameof(Tensor.Pow), "x^c with a constant c", "any, the same", "as IEEE pow, the root where c is 1/2; slope 0 where c is 0"),
        new(nameof(Tensor.Abs), "|x|", "any, the same", "slope 0 at 0"),
        new(nameof(Tensor.Sin), "sine, in radians", "any, the same", "NaN at the infinities"),
        new(nameof(Tensor.Cos), "cosine, in radians", "any, the same", "NaN at the infinities"),
        new(nameof(Tensor.Clamp), "min(max(x, low), high)", "any, the same", "slope 1 at both bounds; NaN stays"),
        new(nameof(Tensor.Unary), "f(x) for any formula", "any, the same", "those of the formula, by dual numbers or as stated"),
        new(nameof(Tensor.To), "x in another element type", "any, the same", "to Int32 by truncation, then without a gradient"),
        new(
            nameof(Tensor.Dropout), "0 with probability p, else x / (1 - p)", "any, the same",
            "element i is decided by number start + i of the stream, on every backend"),
    ];
}
