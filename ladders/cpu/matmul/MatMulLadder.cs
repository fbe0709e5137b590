using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The matrix product.</summary>
internal sealed class MatMulLadder : Ladder
{
    public override string Name => "matmul";

    public override string Task => "the product of two matrices, y (M, N) = a (M, K) b (K, N)";

    public override string SizeMeaning => "M = N = K";

    public override int DefaultSize => 1_024;

    public override IReadOnlyList<Rung> Rungs { get; } =
    [
        Rung.Plain<NaiveMatMul, MatMulProblem>("naive"),
        Rung.Plain<LoopOrderMatMul, MatMulProblem>("loop-order"),
        Rung.Plain<BlockedMatMul, MatMulProblem>("blocked"),
        Rung.Vectors<VectorMatMul, MatMulProblem>("simd"),
        Rung.Vectors<RegisterBlockedMatMul, MatMulProblem>("register-blocked"),
        Rung.Vectors<PackedMatMul, MatMulProblem>("packed", "*RegisterBlockedMatMul*:Tile*"),
        Rung.Engine<ThreadedMatMul, MatMulProblem>("threaded", "*MatMulTile*:Multiply", isParallel: true, "MatMulTile", "MatMulBlockJob", "MatMulPacking", "MatMulBlocking", "CpuKernels.MatMul"),
    ];

    public override Rung Exercise { get; } = Rung.Vectors<MatMulExercise, MatMulProblem>(Rung.ExerciseName);

    /// <summary>Each operand crosses the memory bus once at the least.</summary>
    public override Work Count(int size) => new(2.0 * size * size * size, 4 * 3.0 * size * size, CountsFlops: true);

    public override Problem Create(Backend backend, int size) => new MatMulProblem((CpuBackend)backend, size, size, size);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from shape in new (int M, int N, int K)[]
        {
            (1, 1, 1), (2, 3, 5), (6, 32, 8), (7, 33, 9), (5, 31, 1), (1, 65, 17), (97, 1, 3), (13, 47, 257), (61, 129, 300), (130, 300, 61), (0, 4, 4), (4, 0, 4), (4, 5, 0),
        }
        select new MatMulProblem((CpuBackend)backend, shape.M, shape.N, shape.K);
}
