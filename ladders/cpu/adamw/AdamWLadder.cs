using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>A step of AdamW.</summary>
internal sealed class AdamWLadder : Ladder
{
    // As in a residual net: the weights of a 3 x 3 convolution of 64 channels, then two vectors of a normalization.
    private static readonly int[] Layer = [36_864, 64, 64];

    // Weights, gradients and two averages are read; weights and averages are written.
    private const int Streams = 7;

    public override string Name => "adamw";

    public override string Task => "a step of AdamW on the tensors of a residual net, N elements in all";

    public override string SizeMeaning => "elements N of all tensors";

    public override int DefaultSize => 1 << 22;

    public override IReadOnlyList<Rung> Rungs { get; } =
    [
        Rung.Engine<ComposedAdamW, AdamWProblem>("composed", "*UnaryJob*:Run* *BinaryJob*:*", isParallel: false, "UnaryJob", "BinaryJob"),
        Rung.Plain<FusedScalarAdamW, AdamWProblem>("fused-scalar"),
        Rung.Vectors<FusedVectorAdamW, AdamWProblem>("fused-simd"),
        Rung.Engine<MultiTensorAdamW, AdamWProblem>("multi-tensor", "*UpdateJob*:Update", isParallel: true, "UpdateJob", "AdamRule", "rules/Moments", "Descent", "CpuKernels.Updates"),
    ];

    public override Rung Exercise { get; } = Rung.Vectors<AdamWExercise, AdamWProblem>(Rung.ExerciseName);

    /// <summary>Fourteen operations a weight, a root and a quotient as one each.</summary>
    public override Work Count(int size) => new(14.0 * size, 4.0 * Streams * size, CountsFlops: false);

    public override Problem Create(Backend backend, int size) => new AdamWProblem((CpuBackend)backend, [.. Lengths(size)]);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from lengths in new int[][] { [1], [1, 2, 3], [15, 16, 17, 0, 5], [31, 33, 64, 65, 257], [20_011, 3, 1_000] }
        select new AdamWProblem((CpuBackend)backend, lengths);

    private static IEnumerable<int> Lengths(int size)
    {
        for (int i = 0; size > 0; size -= Layer[i % Layer.Length], i++) yield return Math.Min(size, Layer[i % Layer.Length]);
    }
}
