using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Holds an optimizer against its paper's equation over whole parameters, step by step.</summary>
internal static class PaperCheck
{
    /// <summary>Relative to the weight or to 1, the larger: rounding of some dozens of float64 operations a step.</summary>
    private const double Rounding = 1e-12;

    private const int Steps = 20;

    /// <summary>The first weights.</summary>
    public static double[] Start => [1.5, -0.5, 0, 2, -1, 0.25];

    /// <summary>The gradient of a step, of both signs around a drift.</summary>
    public static double[] Gradient(int t, double drift = 0) => [.. Start.Select((_, i) => drift + 3 * Math.Sin(1.7 * i + 0.9 * t))];

    /// <summary>Compares twenty steps of a parameter of some shape.</summary>
    public static void Run(
        Backend backend, double momentum, double decay, Func<ParameterGroup, Optimizer> create, PaperStep paper, int[]? shape = null, double drift = 0)
    {
        Tensor first = Tensor.From(backend, Start, [Start.Length]).Reshape(shape ?? [Start.Length]);
        NamedParameter p = TestParameters.Of("p", first);
        var group = new ParameterGroup("all", [p]) { Momentum = momentum, WeightDecay = decay };
        Optimizer optimizer = create(group);
        double[] expected = Start;
        for (int t = 1; t <= Steps; t++)
        {
            double rate = group.LearningRate = 0.05 * (1 + t % 3);
            p.SetGradient(Gradient(t, drift));
            Assert.That(optimizer.Step());
            expected = paper(expected, Gradient(t, drift), rate, t);
            Comparison.Close(expected, p.Value.Doubles(), k => Rounding * Math.Max(1, Math.Abs(expected[k])), $"step {t}");
        }
    }

    /// <summary>The Euclidean norm.</summary>
    public static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));
}
