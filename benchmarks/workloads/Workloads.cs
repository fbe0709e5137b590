namespace Catapult.Benchmarks;

/// <summary>Every workload of the comparison, in the peer's order.</summary>
public static class Workloads
{
    private const int Large = 1 << 22;

    /// <summary>The peer's sizes for a processor.</summary>
    public static IReadOnlyList<Workload> Cpu { get; } =
    [
        .. Kernels([256, 512, 1024, 2048], images: 64),
        .. Optimizers,
        new MlpWorkload(256),
        .. Networks([128]),
    ];

    /// <summary>The peer's sizes for a GPU.</summary>
    public static IReadOnlyList<Workload> Gpu { get; } =
    [
        .. Kernels([1024, 4096, 8192], images: 1024),
        .. Optimizers,
        new MlpWorkload(256),
        .. Networks([128, 1000]),
    ];

    /// <summary>The same kinds of work at sizes that show whether everything runs, and say nothing about speed. No name is one of the peer's.</summary>
    public static IReadOnlyList<Workload> Small { get; } =
    [
        new ProductWorkload(64),
        .. ConvolutionLayer.Typical.Select(layer => new ConvolutionWorkload(layer with { Images = 1 })),
        new BatchNormWorkload(Batch: 1, Size: 8),
        new OptimizerWorkload("sgdm-4k", ParameterSet.FourLarge(1 << 10), OptimizerWorkload.SgdBytes, ParameterSet.Sgd),
        new OptimizerWorkload("adamw-4k", ParameterSet.FourLarge(1 << 10), OptimizerWorkload.AdamBytes, ParameterSet.AdamW),
        new MlpWorkload(2),
        .. Networks([2]).Take(1),
    ];

    private static IEnumerable<Workload> Optimizers =>
    [
        new OptimizerWorkload("sgdm-16.8M", ParameterSet.FourLarge(Large), OptimizerWorkload.SgdBytes, ParameterSet.Sgd),
        new OptimizerWorkload("adamw-16.8M", ParameterSet.FourLarge(Large), OptimizerWorkload.AdamBytes, ParameterSet.AdamW),
        new OptimizerWorkload("sgdm-165-small-tensors", ParameterSet.ManySmall, OptimizerWorkload.SgdBytes, ParameterSet.Sgd),
    ];

    private static IEnumerable<Workload> Kernels(int[] products, int images) =>
    [
        .. products.Select(size => new ProductWorkload(size)),
        .. ConvolutionLayer.Typical.Select(layer => new ConvolutionWorkload(layer with { Images = images })),
        new BatchNormWorkload(images),
    ];

    private static IEnumerable<Workload> Networks(int[] batches) =>
        new[] { 20, 56 }.SelectMany(depth => batches.Select(batch => new ResNetWorkload(depth, batch)));
}
