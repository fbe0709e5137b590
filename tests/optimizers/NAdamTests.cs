using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>NAdam's product of momenta far from the start, where an error in its closed form would show.</summary>
public class NAdamTests
{
    /// <summary>Rounding of the product of thousands of factors to which the closed form is held.</summary>
    private const double Rounding = 1e-12;

    /// <summary>So near 1 that the product is not yet 0.</summary>
    private const double Momentum = 0.9999;

    [TestCase(1, 4e-3), TestCase(2, 4e-3), TestCase(37, 4e-3), TestCase(1_000, 4e-3), TestCase(5_000, 0.5), TestCase(20_000, 1), TestCase(3, 0)]
    public void AFirstGradientAtAnyStepMovesByTheFormula(int step, double psi)
    {
        using Backend backend = EngineBackends.Create(EngineBackends.Cpu);
        NamedParameter p = TestParameters.Of(backend, "p", 0);
        var group = new ParameterGroup("all", [p]) { LearningRate = 1, Momentum = Momentum, Steps = step - 1 };
        p.SetGradient(1);
        new NAdam([group], new NAdamOptions(psi)).Step();
        double product = 1;
        for (int i = 1; i <= step; i++) product *= Mu(i, psi);
        double ahead = (1 - Mu(step, psi)) / (1 - product) + Mu(step + 1, psi) * (1 - Momentum) / (1 - product * Mu(step + 1, psi));
        double root = Math.Sqrt((1 - 0.999) / (1 - Math.Pow(0.999, step)));
        Assert.That(p.Value.Item(), Is.EqualTo(-ahead / (root + 1e-8)).Within(Rounding).Percent);
    }

    private static double Mu(int i, double psi) => Momentum * (1 - 0.5 * Math.Pow(0.96, i * psi));
}
