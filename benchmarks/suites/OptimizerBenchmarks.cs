using BenchmarkDotNet.Attributes;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Benchmarks;

/// <summary>Optimizer steps over few large parameters, which memory bounds, and over many small ones, which the calls do.</summary>
public class OptimizerBenchmarks : Suite
{
    private const string Large = "4 x 1M", Small = "165 small";

    private NamedParameter[] parameters = [];
    private Optimizer sgd = null!, adam = null!;

    /// <summary>What is optimized.</summary>
    [Params(Large, Small)]
    public string Parameters { get; set; } = Large;

    /// <summary>Reads weight, gradient and momentum, writes weight and momentum.</summary>
    public double SgdGigabytes => Gigabytes(passes: 5);

    /// <summary>Reads weight, gradient and two moments, writes weight and moments.</summary>
    public double AdamGigabytes => Gigabytes(passes: 7);

    private Shape[] Shapes => Parameters == Large
        ? [.. Enumerable.Repeat<Shape>([1 << 20], 4)]
        : [.. Enumerable.Repeat<Shape[]>([[64, 3, 3, 64], [64], [64]], 55).SelectMany(layer => layer)];

    /// <summary>SGD with momentum and weight decay.</summary>
    [Benchmark, Throughput("GB", nameof(SgdGigabytes))]
    public bool Sgd() => sgd.Step();

    /// <summary>Adam with decoupled weight decay.</summary>
    [Benchmark, Throughput("GB", nameof(AdamGigabytes))]
    public bool Adam() => adam.Step();

    /// <inheritdoc/>
    protected override void Prepare()
    {
        var make = new ParameterFactory(Backend);
        parameters = [.. Shapes.Select((shape, i) => new NamedParameter($"{i}", make.Create(shape, Initializer.WithinBound(1))))];
        using var scope = TensorScope.Open();
        foreach (NamedParameter parameter in parameters) parameter.Value.Sum().Backward();
        sgd = new Sgd(Group(rate: 1e-2, decay: 5e-4));
        adam = new Adam(Group(rate: 1e-3, decay: 1e-2), new AdamOptions(Decay: WeightDecayMode.Decoupled));
    }

    private ParameterGroup[] Group(double rate, double decay) => [new("all", parameters) { LearningRate = rate, WeightDecay = decay }];

    private double Gigabytes(int passes) => 1e-9 * sizeof(float) * Shapes.Sum(shape => shape.Size) * passes;
}
