using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>Batch normalization with ReLU, forward and backward.</summary>
internal sealed class BatchNormLadder : Ladder
{
    private const int Channels = 64;

    // What must be read and written when x fits no cache: x for the moments, x and y, x and dy for the sums, x, dy and dx.
    private const int Streams = 8;

    public override string Name => "batchnorm";

    public override string Task => "batch normalization with ReLU and its gradients, x (N, 64)";

    public override string SizeMeaning => "rows N of 64 channels";

    public override int DefaultSize => 1 << 17;

    public override IReadOnlyList<Rung> Rungs { get; } =
    [
        Rung.Vectors<ThreePassBatchNorm, BatchNormProblem>("three-passes"),
        Rung.Vectors<WelfordBatchNorm, BatchNormProblem>("welford"),
        Rung.Vectors<FusedActivationBatchNorm, BatchNormProblem>("fused-activation"),
        Rung.Engine<FusedBackwardBatchNorm, BatchNormProblem>(
            "fused-backward", "*NormalizeGradientJob*:*", isParallel: false, "NormalizeGradientJob", "NormalizeSumsJob", "NormalizeSlope", "NormalizeJob", "MomentsJob", "ChannelVectors", "CpuKernels.BatchNorm"),
        Rung.Engine<ThreadedBatchNorm, BatchNormProblem>(
            "threaded", "*NormalizeGradientJob*:*", isParallel: true, "NormalizeGradientJob", "NormalizeSumsJob", "NormalizeSlope", "NormalizeJob", "MomentsJob", "ChannelVectors", "CpuKernels.BatchNorm"),
    ];

    public override Rung Exercise { get; } = Rung.Vectors<BatchNormExercise, BatchNormProblem>(Rung.ExerciseName);

    /// <summary>About twenty operations an element, far from what bounds it.</summary>
    public override Work Count(int size) => new(20.0 * size * Channels, 4.0 * Streams * size * Channels, CountsFlops: false);

    public override Problem Create(Backend backend, int size) => new BatchNormProblem((CpuBackend)backend, size, Channels);

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from shape in new (int Rows, int Channels)[] { (2, 1), (3, 2), (5, 15), (17, 16), (31, 17), (257, 3), (64, 33), (100, 64), (33, 130) }
        select new BatchNormProblem((CpuBackend)backend, shape.Rows, shape.Channels);
}
