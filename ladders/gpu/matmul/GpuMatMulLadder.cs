using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using F = Catapult.Kernels.Gpu.GpuLane32;

namespace Catapult.Ladders;

/// <summary>The matrix product on a GPU.</summary>
internal sealed class GpuMatMulLadder() : GpuLadder<GpuMatMulProblem>(
    GpuLadderEntry.MatMul,
    Of<GpuNaiveMatMul>(),
    Of<GpuCoalescedMatMul>(),
    Of<GpuSharedTileMatMul<Side16>>(),
    Of<GpuColumnTileMatMul<Side16>>(),
    Of<GpuBlockTileMatMul<Side16>>(),
    Of<GpuVectorMatMul<WideAccess, Side16>>(),
    Engine<GpuBufferedMatMul, ProductKernel<RowOperand<F>, ColumnOperand<F>, WideAccess, Tiling128x128, F>>(),
    Engine<GpuTensorMatMul, PipelinedProductKernel<RowOperand<F>, ColumnOperand<F>, CudaPipeline<Tf32Blocks>, NamedSums, Warps128x128>>(Tf32Coarseness),
    Of<GpuMatMulExercise>())
{
    // TF32 has 10 bits of fraction where a float has 23: each product is off by as many times more.
    private const double Tf32Coarseness = 1 << 13;

    public override Problem Create(Backend backend, int size) => new GpuMatMulProblem((GpuBackend)backend, size, size, size);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from shape in new (int M, int N, int K)[] { (1, 1, 1), (3, 5, 2), (7, 9, 33), (20, 36, 12), (65, 17, 9), (16, 132, 4) }
        select new GpuMatMulProblem((GpuBackend)backend, shape.M, shape.N, shape.K);
}
