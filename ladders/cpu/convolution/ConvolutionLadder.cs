using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The convolution of images.</summary>
internal sealed class ConvolutionLadder : Ladder
{
    private const int Side = 16, Channels = 64;

    public override string Name => "convolution";

    public override string Task => "the 3 x 3 convolution of images, y (N, 16, 16, 64) from x (N, 16, 16, 64) and w (64, 3, 3, 64)";

    public override string SizeMeaning => "images N";

    public override int DefaultSize => 32;

    public override IReadOnlyList<Rung> Rungs { get; } =
    [
        Rung.Plain<NaiveConvolution, ConvolutionProblem>("naive"),
        Rung.Vectors<Im2colConvolution, ConvolutionProblem>("im2col", "*MatMulTile*:Multiply*"),
        Rung.Vectors<ImplicitGemmConvolution, ConvolutionProblem>("implicit-gemm", "*MatMulTile*:Multiply*"),
        Rung.EngineVectors<DirectConvolution, ConvolutionProblem>("direct", "*ConvolutionTile*:Wide", "ConvolutionTile", "CorrelationJob", "PaddedImages", "ConvolutionPacking", "CpuKernels.Convolution"),
        Rung.Engine<WinogradConvolution, ConvolutionProblem>("winograd", "*MatMulTile*:Multiply", isParallel: false, "WinogradTransform", "WinogradJob", "WinogradProduct", "MatMulTile", "CpuKernels.Winograd"),
        Rung.Engine<ThreadedConvolution, ConvolutionProblem>("threaded", "*MatMulTile*:Multiply", isParallel: true, "WinogradTransform", "WinogradJob", "WinogradProduct", "MatMulTile", "CpuKernels.Winograd"),
    ];

    public override Rung Exercise { get; } = Rung.Vectors<ConvolutionExercise, ConvolutionProblem>(Rung.ExerciseName);

    /// <summary>The products of the definition, also where a rung gets by with fewer.</summary>
    public override Work Count(int size)
    {
        Conv2dGeometry g = Layer(size);
        return new(2.0 * g.OutputShape.Size * 9 * Channels, 4.0 * (g.InputShape.Size + g.WeightShape.Size + g.OutputShape.Size), CountsFlops: true);
    }

    public override Problem Create(Backend backend, int size) => new ConvolutionProblem((CpuBackend)backend, Layer(size));

    public override IEnumerable<Problem> CreateAwkward(Backend backend) =>
        from geometry in new Conv2dGeometry[]
        {
            Conv2dGeometry.Create([1, 1, 1, 1], [1, 1, 1, 1], 1, 0),
            Conv2dGeometry.Create([2, 5, 7, 3], [5, 3, 3, 3], 1, 1),
            Conv2dGeometry.Create([1, 6, 5, 17], [33, 3, 2, 17], (2, 1), (0, 1)),
            Conv2dGeometry.Create([3, 9, 8, 4], [6, 3, 3, 2], 1, 2, (2, 1), groups: 2),
            Conv2dGeometry.Create([2, 7, 7, 5], [5, 3, 3, 1], 2, 1, groups: 5),
            Conv2dGeometry.Create([2, 4, 6, 20], [40, 1, 1, 20], 1, 0),
            Conv2dGeometry.Create([2, 11, 13, 18], [35, 3, 3, 18], 1, 1),
            Conv2dGeometry.Create([1, 3, 3, 2], [67, 3, 3, 2], 1, 0),
        }
        select new ConvolutionProblem((CpuBackend)backend, geometry);

    private static Conv2dGeometry Layer(int images) => Conv2dGeometry.Create([images, Side, Side, Channels], [Channels, 3, 3, Channels], 1, 1);
}
