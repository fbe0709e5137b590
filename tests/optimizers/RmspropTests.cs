using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What rounding does to the variance of the centered form.</summary>
public class RmspropTests
{
    [Test]
    public void AGradientThatSettlesLeavesTheWeightsFinite()
    {
        using Backend backend = EngineBackends.Create(EngineBackends.Cpu);
        NamedParameter p = TestParameters.Of("p", Tensor.Zeros(backend, [100]));
        var optimizer = new CenteredRmsprop([new ParameterGroup("all", [p]) { LearningRate = 1e-3, Momentum = 0 }], new RmspropOptions(0.97));
        // Falling to its end, the square of the mean rounds to more than the mean of the squares.
        foreach ((double scale, int steps) in new[] { (10.0, 5), (1.0, 1_000) })
        {
            p.SetGradient([.. Samples.Uniform(1, 100).Select(gradient => scale * gradient)]);
            for (int step = 0; step < steps; step++) optimizer.Step();
        }
        Assert.That(p.Value.Doubles(), Is.All.Matches<double>(double.IsFinite));
    }
}
