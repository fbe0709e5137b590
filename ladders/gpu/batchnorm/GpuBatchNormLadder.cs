using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using F = Catapult.Kernels.Gpu.GpuLane32;

namespace Catapult.Ladders;

/// <summary>Batch normalization with ReLU on a GPU, forward.</summary>
internal sealed class GpuBatchNormLadder() : GpuLadder<GpuBatchNormProblem>(
    GpuLadderEntry.BatchNorm,
    Of<GpuThreadBatchNorm>(),
    Of<GpuGroupBatchNorm>(),
    Engine<GpuFoldedBatchNorm, FoldKernel<ChannelMomentsFold<F>, Moments<F>, WarpExchange>>(),
    Engine<GpuFusedBatchNorm, BatchNormKernel<Relu, F>>(),
    Of<GpuBatchNormExercise>())
{
    public override Problem Create(Backend backend, int size) => new GpuBatchNormProblem((GpuBackend)backend, size, GpuLadderEntry.Channels);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from shape in new (int Rows, int Channels)[] { (2, 1), (3, 5), (33, 7), (70, 17), (300, 3) }
        select new GpuBatchNormProblem((GpuBackend)backend, shape.Rows, shape.Channels);
}
