namespace Catapult.Engine;

public static partial class OpCatalog
{
    private static OpEntry[] Products() =>
    [
        new(
            nameof(Tensor.MatMul), "op(a) op(b), op a transpose or none", "(..., M, K) and (..., K, N) to (..., M, N), leading axes broadcast",
            "NaN and infinities stay in their row and column"),
        new(nameof(Tensor.Linear), "x weight' + bias", "(..., I), (O, I), (O) to (..., O)"),
        new(
            nameof(Tensor.Conv2d), "y[n, oh, ow, o] = bias[o] + sum x[n, oh s + kh d - p, ow s + kw d - p, c] w[o, kh, kw, c]", "(N, H, W, C), (O, KH, KW, C/groups), (O) to (N, OH, OW, O)",
            "fast 3x3 algorithms may carry a NaN or an infinity to outputs next to its windows"),
        new(
            nameof(Tensor.MaxPool2d), "largest of each window", "(N, H, W, C) to (N, OH, OW, C)",
            "ties go to the first in row-major order; NaN counts as largest; padding never wins"),
        new(nameof(Tensor.AveragePool2d), "sum of each window / its size", "(N, H, W, C) to (N, OH, OW, C)", "padding counts as zeros"),
        new(nameof(Tensor.GlobalAveragePool2d), "mean over H and W", "(N, H, W, C) to (N, C)"),
    ];
}
