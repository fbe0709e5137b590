using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Benchmarks;

/// <summary>A step of an optimizer over parameters whose gradients stay.</summary>
/// <param name="Name">What the peer calls it.</param>
/// <param name="Shapes">Those of the parameters.</param>
/// <param name="BytesEach">Bytes that a step reads and writes for one number.</param>
/// <param name="Make">Makes the optimizer.</param>
public sealed record OptimizerWorkload(string Name, IReadOnlyList<Shape> Shapes, int BytesEach, Func<NamedParameter[], Optimizer> Make) : Workload
{
    /// <summary>SGD with momentum reads weight, gradient and momentum, and writes weight and momentum.</summary>
    public const int SgdBytes = 5 * sizeof(float);

    /// <summary>Adam reads weight, gradient and two moments, and writes weight and moments.</summary>
    public const int AdamBytes = 7 * sizeof(float);

    /// <inheritdoc/>
    public override string Name { get; } = Name;

    /// <inheritdoc/>
    public override string Unit => "Mparam/s";

    /// <inheritdoc/>
    public override double Work => 1e-6 * Count;

    /// <inheritdoc/>
    public override double? Bytes => (double)BytesEach * Count;

    private long Count => Shapes.Sum(shape => (long)shape.Size);

    /// <inheritdoc/>
    public override Action Prepare(Backend backend)
    {
        Optimizer optimizer = Make(ParameterSet.Create(backend, Shapes));
        return () => optimizer.Step();
    }
}
