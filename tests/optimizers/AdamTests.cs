using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What sets Adam and AdamW apart.</summary>
public class AdamTests
{
    /// <summary>Rounding of a few float64 operations on numbers near 1.</summary>
    private const double Rounding = 1e-14;

    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void WithoutAGradientDecoupledDecayShrinksByItsFactor() =>
        Assert.That(StepOnce(WeightDecayMode.Decoupled, gradient: 0, epsilon: 1e-8), Is.EqualTo(2 * (1 - 0.5 * 0.1)).Within(Rounding));

    [Test]
    public void WithoutAGradientCoupledDecayIsAFullStep() =>
        Assert.That(StepOnce(WeightDecayMode.Coupled, gradient: 0, epsilon: 0), Is.EqualTo(2 - 0.5).Within(Rounding));

    [TestCase(1e-6), TestCase(1), TestCase(1e6)]
    public void TheFirstStepIsTheRateWhateverTheGradient(double gradient) =>
        Assert.That(StepOnce(WeightDecayMode.Coupled, gradient, epsilon: 0, decay: 0), Is.EqualTo(2 - 0.5).Within(Rounding));

    [Test]
    public void TheFirstBetaMayChangeFromStepToStep()
    {
        NamedParameter p = TestParameters.Of(backend, "w", 1);
        var group = new ParameterGroup("all", [p]) { LearningRate = 0.1 };
        var adam = new Adam([group]);
        double w = 1, m = 0, v = 0;
        double[] betas = [0.95, 0.85, 0.9];
        for (int step = 1; step <= betas.Length; step++)
        {
            double gradient = 1.5 - step, b1 = group.Momentum = betas[step - 1];
            p.SetGradient(gradient);
            adam.Step();
            m = b1 * m + (1 - b1) * gradient;
            v = 0.999 * v + 0.001 * gradient * gradient;
            w -= 0.1 * (m / (1 - Math.Pow(b1, step))) / (Math.Sqrt(v / (1 - Math.Pow(0.999, step))) + 1e-8);
        }
        Assert.That(p.Value.Item(), Is.EqualTo(w).Within(Rounding));
    }

    private double StepOnce(WeightDecayMode mode, double gradient, double epsilon, double decay = 0.1)
    {
        NamedParameter p = TestParameters.Of(backend, "w", 2);
        p.SetGradient(gradient);
        new Adam([new ParameterGroup("all", [p]) { LearningRate = 0.5, WeightDecay = decay }], new AdamOptions(Epsilon: epsilon, Decay: mode)).Step();
        return p.Value.Item();
    }
}
