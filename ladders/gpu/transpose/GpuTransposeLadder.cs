using Catapult.Kernels;
using Catapult.Kernels.Gpu;

namespace Catapult.Ladders;

/// <summary>The transpose of a matrix on a GPU.</summary>
internal sealed class GpuTransposeLadder() : GpuLadder<GpuTransposeProblem>(
    GpuLadderEntry.Transpose, Of<GpuNaiveTranspose>(), Of<GpuTiledTranspose<Side16>>(), Of<GpuPaddedTranspose<Side16>>(), Of<GpuTransposeExercise>())
{
    public override Problem Create(Backend backend, int size) => new GpuTransposeProblem((GpuBackend)backend, size, size);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from shape in new (int Rows, int Columns)[] { (1, 1), (1, 17), (9, 1), (7, 5), (16, 16), (17, 33), (40, 23) }
        select new GpuTransposeProblem((GpuBackend)backend, shape.Rows, shape.Columns);
}
