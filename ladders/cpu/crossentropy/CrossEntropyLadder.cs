using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>Softmax cross-entropy.</summary>
internal sealed class CrossEntropyLadder : Ladder
{
    private const int Classes = 1_000;

    public override string Name => "cross-entropy";

    public override string Task => "the softmax cross-entropy of N rows of 1,000 logits";

    public override string SizeMeaning => "rows N of 1,000 classes";

    public override int DefaultSize => 4_096;

    public override IReadOnlyList<Rung> Rungs { get; } =
    [
        Rung.Plain<NaiveCrossEntropy, CrossEntropyProblem>("naive"),
        Rung.Plain<StableCrossEntropy, CrossEntropyProblem>("stable"),
        Rung.Plain<OnlineCrossEntropy, CrossEntropyProblem>("online"),
        Rung.Engine<VectorCrossEntropy, CrossEntropyProblem>("simd", "*RowSoftmax*:Sum", isParallel: false, "RowSoftmax", "CrossEntropyJob", "CpuKernels.Loss"),
        Rung.Engine<ThreadedCrossEntropy, CrossEntropyProblem>("threaded", "*RowSoftmax*:Sum", isParallel: true, "RowSoftmax", "CrossEntropyJob", "CpuKernels.Loss"),
    ];

    public override Rung Exercise { get; } = Rung.Vectors<CrossEntropyExercise, CrossEntropyProblem>(Rung.ExerciseName);

    /// <summary>A difference, an exponential and an addition a logit.</summary>
    public override Work Count(int size) => new(3.0 * size * Classes, 4.0 * size * (Classes + 2), CountsFlops: false);

    public override Problem Create(Backend backend, int size) => new CrossEntropyProblem((CpuBackend)backend, size, Classes);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from shape in new (int Rows, int Classes, double Smoothing)[] { (1, 1, 0), (3, 2, 0.1), (5, 10, 0), (4, 15, 0), (4, 16, 0.1), (4, 17, 0), (7, 100, 0.2), (3, 257, 0), (2, 1_000, 0) }
        select new CrossEntropyProblem((CpuBackend)backend, shape.Rows, shape.Classes, shape.Smoothing);
}
