using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The sum of many numbers.</summary>
internal sealed class SumLadder : Ladder
{
    public override string Name => "sum";

    public override string Task => "the sum of N numbers";

    public override string SizeMeaning => "N";

    public override int DefaultSize => 1 << 24;

    public override IReadOnlyList<Rung> Rungs { get; } =
    [
        Rung.Plain<NaiveSum, SumProblem>("naive"),
        Rung.Plain<UnrolledSum, SumProblem>("unrolled"),
        Rung.Vectors<PairwiseSum, SumProblem>("pairwise"),
        Rung.Engine<ThreadedSum, SumProblem>("threaded", "*ReduceJob*:R*", isParallel: true, "ReduceJob", "CpuKernels.Reductions"),
    ];

    public override Rung Exercise { get; } = Rung.Vectors<SumExercise, SumProblem>(Rung.ExerciseName);

    public override Work Count(int size) => new(size, 4.0 * size, CountsFlops: false);

    public override Problem Create(Backend backend, int size) => new SumProblem((CpuBackend)backend, size);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from length in new[] { 0, 1, 2, 7, 8, 9, 15, 16, 17, 63, 65, 127, 255, 257, 1023, 1024, 1025, 4097, 100_003 }
        select new SumProblem((CpuBackend)backend, length);
}
