namespace Catapult.Engine;

public static partial class OpCatalog
{
    private static OpEntry[] Arithmetic() =>
    [
        new("op_Addition", "a + b", "two that broadcast, or a number"),
        new("op_Subtraction", "a - b", "two that broadcast, or a number"),
        new("op_Multiply", "a * b", "two that broadcast, or a number", "times a number, the slope is the number even at infinity"),
        new("op_Division", "a / b", "two that broadcast, or a number", "a number divides as the product with its reciprocal"),
        new("op_UnaryNegation", "-x", "any, the same", "changes the sign of zeros too"),
        new(nameof(Tensor.Maximum), "max(a, b)", "two that broadcast", "ties share the gradient in halves; NaN wins"),
        new(nameof(Tensor.Minimum), "min(a, b)", "two that broadcast", "ties share the gradient in halves; NaN wins"),
        new(nameof(Tensor.Binary), "f(a, b) for any formula", "two that broadcast", "those of the formula, by dual numbers"),
        new(
            nameof(Tensor.Where), "mask != 0 ? a : b", "three that broadcast",
            "NaN in the mask counts as not 0; the side not chosen adds nothing, not even NaN"),
        new("op_GreaterThan", "a > b ? 1 : 0", "two that broadcast", "0 for NaN", IsDifferentiable: false),
        new("op_LessThan", "a < b ? 1 : 0", "two that broadcast", "0 for NaN", IsDifferentiable: false),
        new("op_GreaterThanOrEqual", "a >= b ? 1 : 0", "two that broadcast", "0 for NaN", IsDifferentiable: false),
        new("op_LessThanOrEqual", "a <= b ? 1 : 0", "two that broadcast", "0 for NaN", IsDifferentiable: false),
        new(nameof(Tensor.EqualTo), "a = b ? 1 : 0", "two that broadcast", "zeros of both signs are equal; 0 for NaN", IsDifferentiable: false),
        new(nameof(Tensor.NotEqualTo), "a = b ? 0 : 1", "two that broadcast", "zeros of both signs are equal; 1 for NaN", IsDifferentiable: false),
    ];
}
