namespace Catapult.Benchmarks;

/// <summary>Every workload of the comparison, in the peer's order.</summary>
public static class Workloads
{
    /// <summary>The list.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        .. new[] { 256, 512, 1024, 2048 }.Select(size => new ProductWorkload(size)),
        .. ConvolutionLayer.Typical.Select(layer => new ConvolutionWorkload(layer)),
        new BatchNormWorkload(),
        new OptimizerWorkload("sgdm-16.8M", ParameterSet.FourLarge(1 << 22), OptimizerWorkload.SgdBytes, ParameterSet.Sgd),
        new OptimizerWorkload("adamw-16.8M", ParameterSet.FourLarge(1 << 22), OptimizerWorkload.AdamBytes, ParameterSet.AdamW),
        new OptimizerWorkload("sgdm-165-small-tensors", ParameterSet.ManySmall, OptimizerWorkload.SgdBytes, ParameterSet.Sgd),
        new MlpWorkload(),
        new ResNetWorkload(20),
        new ResNetWorkload(56),
    ];
}
