using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>Training of a perceptron with two hidden layers on the pixels of MNIST.</summary>
/// <param name="Batch">Examples of a step.</param>
public sealed record MlpWorkload(int Batch) : TrainingWorkload
{
    private static readonly int[] Widths = [784, 512, 512, TrainingStep.Classes];

    /// <inheritdoc/>
    public override string Name => $"mlp-{string.Join('-', Widths)}-b{Batch}-train";

    /// <inheritdoc/>
    protected override Shape Input => [Batch, Widths[0]];

    /// <inheritdoc/>
    protected override IEnumerable<long> Layers => Widths.Zip(Widths.Skip(1), (inputs, outputs) => (long)inputs * outputs);

    /// <inheritdoc/>
    protected override Module Model(ParameterFactory make) => new Sequential(
        new Linear(make, Widths[0], Widths[1]), new ReLU(), new Linear(make, Widths[1], Widths[2]), new ReLU(), new Linear(make, Widths[2], Widths[3]));
}
