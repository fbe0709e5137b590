using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>Training of the CIFAR form of ResNet.</summary>
/// <param name="Depth">6n+2 layers with weights.</param>
/// <param name="Batch">Images of a step.</param>
public sealed record ResNetWorkload(int Depth, int Batch) : TrainingWorkload
{
    private const int Size = 32, Colors = 3, Taps = 3 * 3;

    private static readonly int[] Widths = [16, 32, 64];

    /// <inheritdoc/>
    public override string Name => $"resnet{Depth}-b{Batch}-train";

    /// <inheritdoc/>
    protected override Shape Input => [Batch, Size, Size, Colors];

    /// <summary>The first convolution, those of the stages, each at half the size of the one before and twice as wide, and the classifier.</summary>
    protected override IEnumerable<long> Layers
    {
        get
        {
            int channels = Colors;
            for (int stage = 0, size = Size; stage < Widths.Length; stage++, size /= 2)
            {
                int convolutions = (Depth - 2) / 3 + (stage == 0 ? 1 : 0);
                for (int i = 0; i < convolutions; i++, channels = Widths[stage])
                    yield return (long)size * size * Taps * channels * Widths[stage];
            }
            yield return channels * TrainingStep.Classes;
        }
    }

    /// <inheritdoc/>
    protected override Module Model(ParameterFactory make) => Models.ResNet(make, Depth, (Size, Size, Colors), TrainingStep.Classes);
}
