namespace Catapult.Engine;

public static partial class OpCatalog
{
    private static OpEntry[] Normalizations() =>
    [
        new(
            nameof(Tensor.BatchNorm), "act((x - mean) / sqrt(variance + eps) * gamma + beta + residual), moments by channel", "(..., C), (C), (C) to (..., C)",
            "biased variance; the running one follows the unbiased (module BatchNorm2d)"),
        new(
            nameof(Tensor.LayerNorm), "(x - mean) / sqrt(variance + eps) * gamma + beta, moments by row", "(..., D), (D), (D) to (..., D)",
            "biased variance"),
        new(
            nameof(Tensor.GroupNorm), "(x - mean) / sqrt(variance + eps) * gamma + beta, moments by image and group of channels", "(N, ..., C), (C), (C) to (N, ..., C)",
            "biased variance"),
        new(
            nameof(Tensor.CrossEntropy), "mean over rows of -sum target * log softmax", "(N, K), labels (N) to ()",
            "target (1 - s) on the label plus s/K everywhere; a class without weight adds nothing, even at -infinity"),
        new(nameof(Tensor.CrossEntropyRows), "the same, one loss a row", "(N, K), labels (N) to (N)", "the same"),
        new(nameof(Tensor.MeanSquaredError), "mean of (x - target)²", "two equal ones to ()", "does not broadcast"),
    ];
}
