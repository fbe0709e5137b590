namespace Catapult.Ladders;

/// <summary>A GPU's ladder, as any build knows it: with ILGPU its kernels come to it, without, its sources can still be read.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Task">What is computed.</param>
/// <param name="SizeMeaning">What the size counts.</param>
/// <param name="DefaultSize">The size of a race.</param>
/// <param name="Count">The least work of a size.</param>
/// <param name="Rungs">From the plainest up.</param>
/// <param name="Exercise">The reader's own.</param>
internal sealed record GpuLadderEntry(
    string Name, string Task, string SizeMeaning, int DefaultSize, Func<int, Work> Count, IReadOnlyList<GpuRungEntry> Rungs, GpuRungEntry Exercise)
{
    /// <summary>Channels of the batch normalization.</summary>
    public const int Channels = 64;

    public static GpuLadderEntry MatMul { get; } = new(
        "gpu-matmul", "the product of two matrices on a GPU, y (M, N) = a (M, K) b (K, N)", "M = N = K", 4_096,
        size => new(2.0 * size * size * size, 4 * 3.0 * size * size, CountsFlops: true),
        [
            new("naive", "GpuNaiveMatMul"),
            new("coalesced", "GpuCoalescedMatMul"),
            new("shared-tile", "GpuSharedTileMatMul"),
            new("1d-tile", "GpuColumnTileMatMul"),
            new("2d-tile", "GpuBlockTileMatMul", "Block8", "Row8"),
            new("vectorized", "GpuVectorMatMul", "OperandTile", "WideAccess", "Block8", "Row8"),
            new("double-buffered", "GpuBufferedMatMul", "ProductKernel", "OperandTile", "WideAccess", "Block8", "Row8"),
            new("tensor-core", "GpuTensorMatMul", "PipelinedProductKernel", "CudaPipeline", "Tf32Blocks", "AsyncTile"),
        ],
        new(Rung.ExerciseName, "GpuMatMulExercise"));

    public static GpuLadderEntry Reduction { get; } = new(
        "gpu-reduction", "the sum of N numbers on a GPU", "N", 1 << 26, size => new(size, 4.0 * size, CountsFlops: false),
        [
            new("interleaved", "GpuInterleavedSum"), new("sequential", "GpuSequentialSum"), new("warp-shuffle", "GpuShuffleSum", "WarpExchange"),
            new("grid", "GpuGridSum", "FoldKernel", "FoldShape", "ReduceFold", "PartialFold", "WarpExchange"),
        ],
        new(Rung.ExerciseName, "GpuSumExercise"));

    public static GpuLadderEntry Transpose { get; } = new(
        "gpu-transpose", "the transpose of a matrix on a GPU, y (N, N) from x (N, N)", "rows and columns N", 8_192, size => new(0, 8.0 * size * size, CountsFlops: false),
        [new("naive", "GpuNaiveTranspose"), new("tiled", "GpuTiledTranspose"), new("padded", "GpuPaddedTranspose")],
        new(Rung.ExerciseName, "GpuTransposeExercise"));

    public static GpuLadderEntry BatchNorm { get; } = new(
        "gpu-batchnorm", $"batch normalization with ReLU on a GPU, x (N, {Channels})", $"rows N of {Channels} channels", 1 << 20,
        size => new(10.0 * size * Channels, 4.0 * 3 * size * Channels, CountsFlops: false),
        [
            new("thread-a-channel", "GpuThreadBatchNorm"), new("group-a-channel", "GpuGroupBatchNorm"), new("folded", "GpuFoldedBatchNorm", "FoldKernel", "FoldShape", "ChannelMomentsFold", "batchnorm/Moments"),
            new("fused", "GpuFusedBatchNorm", "BatchNormKernel", "ChannelViews", "FoldKernel", "ChannelMomentsFold", "batchnorm/Moments"),
        ],
        new(Rung.ExerciseName, "GpuBatchNormExercise"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GpuLadderEntry> All { get; } = [MatMul, Reduction, Transpose, BatchNorm];
}
