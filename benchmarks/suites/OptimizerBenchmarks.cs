using BenchmarkDotNet.Attributes;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Benchmarks;

/// <summary>Optimizer steps over few large parameters, which memory bounds, and over many small ones, which the calls do.</summary>
public class OptimizerBenchmarks : Suite
{
    private const string Large = "4 x 1M", Small = "165 small";

    private Optimizer sgd = null!, adam = null!;

    /// <summary>What is optimized.</summary>
    [Params(Large, Small)]
    public string Parameters { get; set; } = Large;

    /// <summary>Reads weight, gradient and momentum, writes weight and momentum.</summary>
    public double SgdGigabytes => Gigabytes(passes: 5);

    /// <summary>Reads weight, gradient and two moments, writes weight and moments.</summary>
    public double AdamGigabytes => Gigabytes(passes: 7);

    private IReadOnlyList<Shape> Shapes => Parameters == Large ? ParameterSet.FourLarge(1 << 20) : ParameterSet.ManySmall;

    /// <summary>SGD with momentum and weight decay.</summary>
    [Benchmark, Throughput("GB", nameof(SgdGigabytes))]
    public bool Sgd() => sgd.Step();

    /// <summary>Adam with decoupled weight decay.</summary>
    [Benchmark, Throughput("GB", nameof(AdamGigabytes))]
    public bool Adam() => adam.Step();

    /// <inheritdoc/>
    protected override void Prepare()
    {
        NamedParameter[] parameters = ParameterSet.Create(Backend, Shapes);
        (sgd, adam) = (ParameterSet.Sgd(parameters), ParameterSet.AdamW(parameters));
    }

    private double Gigabytes(int passes) => 1e-9 * sizeof(float) * Shapes.Sum(shape => shape.Size) * passes;
}
