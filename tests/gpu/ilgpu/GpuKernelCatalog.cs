using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using Catapult.Optimizers;
using F = Catapult.Kernels.Gpu.GpuLane32;

namespace Catapult.Tests;

/// <summary>Every GPU kernel in float, in one or more of its instances, by names for people.</summary>
internal static class GpuKernelCatalog
{
    /// <summary>The rungs of the products: matrices and convolutions, on fused multiply-adds and on tensor cores.</summary>
    public static IReadOnlyList<(string Name, Type Kernel)> Products { get; } =
    [
        ("matmul, a result a thread", typeof(NaiveProductKernel<RowOperand<F>, ColumnOperand<F>, F>)),
        ("matmul, 64x64", Product<RowOperand<F>, ColumnOperand<F>, WideAccess, Tiling64x64>()),
        ("matmul, 64x64, odd sizes", Product<RowOperand<F>, ColumnOperand<F>, NarrowAccess, Tiling64x64>()),
        ("matmul, 128x128", Product<RowOperand<F>, ColumnOperand<F>, WideAccess, Tiling128x128>()),
        ("matmul, 128x128, left transposed", Product<ColumnOperand<F>, ColumnOperand<F>, WideAccess, Tiling128x128>()),
        ("matmul, 128x128, right transposed", Product<RowOperand<F>, RowOperand<F>, WideAccess, Tiling128x128>()),
        ("matmul, 128x128, both transposed", Product<ColumnOperand<F>, RowOperand<F>, WideAccess, Tiling128x128>()),
        ("matmul, 32x128", Product<ColumnOperand<F>, ColumnOperand<F>, WideAccess, Tiling32x128>()),
        ("matmul, tf32, 128x128, odd sizes", Tensor<RowOperand<F>, ColumnOperand<F>, Tf32Unit, Warps128x128>()),
        ("matmul, tf32, 128x128, wide loads", typeof(TensorProductKernel<RowOperand<F>, ColumnOperand<F>, WideAccess, Tf32Unit, Warps128x128>)),
        ("matmul, tf32, 128x128, pipelined", Pipelined<RowOperand<F>, ColumnOperand<F>, CudaPipeline<Tf32Blocks>, Warps128x128>()),
        ("matmul, tf32, 128x128, pipelined, left transposed", Pipelined<ColumnOperand<F>, ColumnOperand<F>, CudaPipeline<Tf32Blocks>, Warps128x128>()),
        ("matmul, tf32, 128x128, pipelined, right transposed", Pipelined<RowOperand<F>, RowOperand<F>, CudaPipeline<Tf32Blocks>, Warps128x128>()),
        ("matmul, tf32, 64x64, pipelined", Pipelined<RowOperand<F>, ColumnOperand<F>, CudaPipeline<Tf32Blocks>, Warps64x64>()),
        ("matmul, bfloat16, 128x128, odd sizes", Tensor<RowOperand<F>, ColumnOperand<F>, BFloat16Unit, Warps128x128>()),
        ("matmul, bfloat16, 128x128, pipelined", Pipelined<RowOperand<F>, ColumnOperand<F>, CudaPipeline<BFloat16Blocks>, Warps128x128>()),
        ("conv2d, 256x16", Product<PatchOperand<F>, RowOperand<F>, WideAccess, Tiling256x16>()),
        ("conv2d, 256x16, odd channels", Product<PatchOperand<F>, RowOperand<F>, NarrowAccess, Tiling256x16>()),
        ("conv2d, 128x32", Product<PatchOperand<F>, RowOperand<F>, WideAccess, Tiling128x32>()),
        ("conv2d, 128x64", Product<PatchOperand<F>, RowOperand<F>, WideAccess, Tiling128x64>()),
        ("conv2d input gradient, 128x64", Product<GradientPatchOperand<F>, KernelOperand<F>, WideAccess, Tiling128x64>()),
        ("conv2d weight gradient, 16x256", Product<ColumnOperand<F>, PatchColumnOperand<F>, WideAccess, Tiling16x256>()),
        ("conv2d weight gradient, 64x64", Product<ColumnOperand<F>, PatchColumnOperand<F>, WideAccess, Tiling64x64>()),
        ("conv2d, tf32, 128x64, odd channels", Tensor<PatchOperand<F>, RowOperand<F>, Tf32Unit, Warps128x64>()),
        ("conv2d, tf32, 128x64, pipelined", Pipelined<PatchOperand<F>, RowOperand<F>, CudaPipeline<Tf32Blocks>, Warps128x64>()),
        ("conv2d input gradient, tf32, 128x64, pipelined", Pipelined<GradientPatchOperand<F>, KernelOperand<F>, CudaPipeline<Tf32Blocks>, Warps128x64>()),
        ("conv2d weight gradient, tf32, 64x64, pipelined", Pipelined<ColumnOperand<F>, PatchColumnOperand<F>, CudaPipeline<Tf32Blocks>, Warps64x64>()),
        ("conv2d, bfloat16, 128x64, pipelined", Pipelined<PatchOperand<F>, RowOperand<F>, CudaPipeline<BFloat16Blocks>, Warps128x64>()),
    ];

    /// <summary>All others.</summary>
    public static IReadOnlyList<(string Name, Type Kernel)> Others { get; } =
    [
        ("fill", typeof(FillKernel<F>)),
        ("convert", typeof(ConvertKernel<GpuInt32, F>)),
        ("relu", typeof(UnaryKernel<Relu, F>)),
        ("gelu", typeof(UnaryKernel<Gelu, F>)),
        ("addition", typeof(BinaryKernel<Add, F>)),
        ("addition, broadcast", typeof(BroadcastKernel<Add, F>)),
        ("copy", typeof(CopyKernel<F>)),
        ("select", typeof(SelectKernel<F>)),
        ("uniform random numbers", typeof(UniformKernel<F>)),
        ("crop of images", typeof(CropKernel<F>)),
        ("sum", typeof(FoldKernel<ReduceFold<Sum, F>, F, WarpExchange>)),
        ("sum, second level", typeof(FoldKernel<PartialFold<ReduceFold<Sum, F>, F>, F, WarpExchange>)),
        ("sum, without shuffles", typeof(FoldKernel<ReduceFold<Sum, F>, F, NoExchange>)),
        ("argmax", typeof(FoldKernel<ArgMaxFold<F>, Winner<F>, WarpExchange>)),
        ("cumulative sum", typeof(CumulativeSumKernel<F>)),
        ("softmax, sums", typeof(FoldKernel<SoftmaxFold<F>, SoftmaxSum<F>, WarpExchange>)),
        ("softmax", typeof(SoftmaxKernel<F>)),
        ("cross-entropy", typeof(FoldKernel<CrossEntropyFold<F>, CrossEntropyState<F>, WarpExchange>)),
        ("cross-entropy gradient", typeof(CrossEntropyGradientKernel<F>)),
        ("gather", typeof(GatherKernel<F>)),
        ("scatter-add", typeof(ScatterAddKernel<F>)),
        ("channel moments", typeof(FoldKernel<ChannelMomentsFold<F>, Moments<F>, WarpExchange>)),
        ("batch norm, relu", typeof(BatchNormKernel<Relu, F>)),
        ("batch norm gradient, sums, relu", typeof(FoldKernel<BatchNormSumsFold<ReluSlope, F>, SumPair<F>, WarpExchange>)),
        ("batch norm gradient, relu", typeof(BatchNormGradientKernel<ReluSlope, F>)),
        ("group norm, moments", typeof(FoldKernel<GroupMomentsFold<F>, Moments<F>, WarpExchange>)),
        ("group norm", typeof(GroupNormKernel<F>)),
        ("group norm gradient, sums", typeof(FoldKernel<GroupSumsFold<F>, SumPair<F>, WarpExchange>)),
        ("group norm gradient, parameters", typeof(FoldKernel<GroupParameterFold<F>, SumPair<F>, WarpExchange>)),
        ("group norm gradient", typeof(GroupNormGradientKernel<F>)),
        ("max pool", typeof(MaxPoolKernel<F>)),
        ("average pool", typeof(AveragePoolKernel<F>)),
        ("average pool gradient", typeof(AveragePoolGradientKernel<F>)),
        ("sgd with momentum", typeof(UpdateKernel<MomentumRule, F>)),
        ("adam and adamw", typeof(UpdateKernel<AdamRule, F>)),
        ("sum of squares", typeof(SquaresKernel<F>)),
    ];

    /// <summary>Products and others.</summary>
    public static IEnumerable<(string Name, Type Kernel)> All => [.. Products, .. Others];

    private static Type Product<P, Q, L, S>()
        where P : struct, IOperand<F> where Q : struct, IOperand<F> where L : struct, IAccess where S : struct, ITiling =>
        typeof(ProductKernel<P, Q, L, S, F>);

    private static Type Tensor<P, Q, U, W>()
        where P : struct, IOperand<F> where Q : struct, IOperand<F> where U : struct, IMatrixUnit where W : struct, IWarpTiling =>
        typeof(TensorProductKernel<P, Q, NarrowAccess, U, W>);

    private static Type Pipelined<P, Q, U, W>()
        where P : struct, IOperand<F> where Q : struct, IOperand<F> where U : struct, IPipelinedUnit<NamedSums> where W : struct, IWarpTiling =>
        typeof(PipelinedProductKernel<P, Q, U, NamedSums, W>);
}
