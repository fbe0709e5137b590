using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using F = Catapult.Kernels.Gpu.GpuLane32;

namespace Catapult.Ladders;

/// <summary>The sum of many numbers on a GPU.</summary>
internal sealed class GpuReductionLadder() : GpuLadder<GpuSumProblem>(
    GpuLadderEntry.Reduction,
    Of<GpuInterleavedSum>(),
    Of<GpuSequentialSum>(),
    Of<GpuShuffleSum<WarpExchange>>(),
    Engine<GpuGridSum, FoldKernel<ReduceFold<Sum, F>, F, WarpExchange>>(),
    Of<GpuSumExercise>())
{
    public override Problem Create(Backend backend, int size) => new GpuSumProblem((GpuBackend)backend, size);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from length in new[] { 1, 2, 7, 31, 64, 65, 255, 257, 5_003 }
        select new GpuSumProblem((GpuBackend)backend, length);
}
