using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>A user's own optimizer: a rule of a few lines.</summary>
public class RuleOptimizerTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    /// <summary>w -= rate * sign(g), and nothing where g is 0; counts the steps that moved a weight.</summary>
    private readonly struct SignDescent : IUpdateRule
    {
        public static int Slots => 1;

        public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
        {
            T sign = T.Select(g > T.Zero, T.One, T.Select(g < T.Zero, -T.One, T.Zero));
            w -= c[0] * sign;
            s.S0 += T.Abs(sign);
        }
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void ARuleOfFifteenLinesIsAnOptimizer([Floats] DType type)
    {
        double[] gradients = Samples.Grid(1, 37);
        NamedParameter p = TestParameters.Of("w", Tensor.Zeros(backend, [37], type));
        var optimizer = new RuleOptimizer<SignDescent>(
            [new ParameterGroup("all", [p]) { LearningRate = 0.25 }], ["moves"], "sign descent", (group, step, c) => c[0] = group.LearningRate / step);
        for (int step = 0; step < 2; step++)
        {
            p.SetGradient(gradients);
            Assert.That(optimizer.Step());
        }
        Assert.That(p.Value.Doubles(), Is.EqualTo(gradients.Select(g => -(0.25 + 0.125) * Math.Sign(g))));
        Assert.That(optimizer.State["w"]["moves"].Doubles(), Is.EqualTo(gradients.Select(g => g == 0 ? 0.0 : 2)));
        Assert.That(optimizer.Description, Is.EqualTo("sign descent"));
    }

    [Test]
    public void EverySlotHasAName() => Assert.That(
        () => new RuleOptimizer<SignDescent>([], [], "sign descent", (_, _, _) => { }), Throws.ArgumentException.With.Message.Contains("1 slots"));
}
