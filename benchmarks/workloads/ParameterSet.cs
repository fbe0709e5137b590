using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Benchmarks;

/// <summary>Parameters with gradients that stay, for optimizers to step over.</summary>
public static class ParameterSet
{
    /// <summary>The weights, scales and shifts of 55 convolution layers.</summary>
    public static IReadOnlyList<Shape> ManySmall { get; } =
        [.. Enumerable.Repeat<Shape[]>([[64, 3, 3, 64], [64], [64]], 55).SelectMany(layer => layer)];

    /// <summary>Four vectors of the given length.</summary>
    public static IReadOnlyList<Shape> FourLarge(int length) => [.. Enumerable.Repeat<Shape>([length], 4)];

    /// <summary>Standard normal parameters with standard normal gradients.</summary>
    public static NamedParameter[] Create(Backend backend, IReadOnlyList<Shape> shapes)
    {
        var make = new ParameterFactory(backend);
        NamedParameter[] parameters = [.. shapes.Select((shape, i) => new NamedParameter($"{i}", make.Create(shape, Initializer.StandardNormal)))];
        foreach (NamedParameter parameter in parameters)
        {
            using var scope = TensorScope.Open();
            Tensor gradient = Tensor.Random(backend, parameter.Value.Shape, RandomDistribution.Normal, make.NextStream());
            (parameter.Value * gradient).Sum().Backward();
        }
        return parameters;
    }

    /// <summary>SGD with momentum and weight decay.</summary>
    public static Optimizer Sgd(NamedParameter[] parameters) => new Sgd(Group(parameters, rate: 1e-2, decay: 5e-4));

    /// <summary>Adam with decoupled weight decay.</summary>
    public static Optimizer AdamW(NamedParameter[] parameters) =>
        new Adam(Group(parameters, rate: 1e-3, decay: 1e-2), new AdamOptions(Decay: WeightDecayMode.Decoupled));

    private static ParameterGroup[] Group(NamedParameter[] parameters, double rate, double decay) =>
        [new("all", parameters) { LearningRate = rate, WeightDecay = decay }];
}
