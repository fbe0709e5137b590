using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>First values have the variances that their papers state.</summary>
public class InitializerTests
{
    private const int Outputs = 50, Kernel = 3, Inputs = 40;

    private const int FanIn = Kernel * Kernel * Inputs, FanOut = Kernel * Kernel * Outputs;

    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    private static IEnumerable<TestCaseData> Variances()
    {
        yield return new(Initializer.KaimingNormal, 2.0 / FanIn);
        yield return new(Initializer.KaimingUniform, 2.0 / FanIn);
        yield return new(Initializer.XavierNormal, 2.0 / (FanIn + FanOut));
        yield return new(Initializer.XavierUniform, 2.0 / (FanIn + FanOut));
        yield return new(Initializer.FanInUniform, 1.0 / (3 * FanIn));
        yield return new(Initializer.WithinBound(0.5), 0.25 / 3);
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Variances))]
    public void Variance(Initializer initializer, double variance)
    {
        double[] values = new ParameterFactory(backend).Create([Outputs, Kernel, Kernel, Inputs], initializer).Value.Doubles();
        // Six standard errors of the mean; of the variance, no more than those of a Gaussian's.
        double meanError = 6 * Math.Sqrt(variance / values.Length), varianceError = 6 * variance * Math.Sqrt(2.0 / values.Length);
        Assert.That(values.Average(), Is.EqualTo(0).Within(meanError));
        Assert.That(values.Average(v => v * v), Is.EqualTo(variance).Within(varianceError));
    }

    [Test]
    public void LayersStartAsPyTorchsDo()
    {
        var convolution = new Conv2d(new ParameterFactory(backend), 2, 500, 5);
        double bound = 1 / Math.Sqrt(2 * 5 * 5);
        foreach (Parameter parameter in new[] { convolution.Weight, convolution.Bias! })
            Assert.That(parameter.Value.Doubles().Max(Math.Abs), Is.InRange(bound * 0.98, bound * (1 + 1e-6)));
    }

    [Test]
    public void ParametersAreLeavesOutsideOfAnyScope()
    {
        Parameter parameter;
        using (TensorScope.Open()) parameter = new ParameterFactory(backend).Create([2, 2], Initializer.KaimingNormal);
        Assert.That(parameter.Value.RequiresGrad);
        Assert.That(parameter.Value.Producer, Is.Null);
        Assert.That(parameter.Value.ToArray<float>(), Has.Length.EqualTo(4));
    }
}
