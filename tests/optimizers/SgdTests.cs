using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>SGD's forms against plain loops over doubles.</summary>
public class SgdTests
{
    /// <summary>Rounding of a few float64 operations on numbers near 1.</summary>
    private const double Rounding = 1e-14;

    private const double Momentum = 0.9;

    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void BothFormsOfMomentumAgreeAtAConstantRate()
    {
        double[] constant = [0.1, 0.1, 0.1, 0.1];
        Assert.That(Run(MomentumForm.RateInside, constant), Is.EqualTo(Run(MomentumForm.RateOutside, constant)).Within(Rounding));
    }

    [TestCase(MomentumForm.RateInside), TestCase(MomentumForm.RateOutside)]
    public void EachFormFollowsItsFormulaWhenTheRateChanges(MomentumForm form)
    {
        double[] rates = [0.1, 0.5, 0.02, 0.3];
        double w = 1, v = 0;
        for (int step = 0; step < rates.Length; step++)
        {
            double gradient = Gradient(step);
            v = Momentum * v + (form == MomentumForm.RateInside ? rates[step] * gradient : gradient);
            w -= form == MomentumForm.RateInside ? v : rates[step] * v;
        }
        Assert.That(Run(form, rates), Is.EqualTo(w).Within(Rounding));
    }

    [Test]
    public void TheFormsDifferWhenTheRateChanges()
    {
        double[] rates = [0.1, 0.5];
        Assert.That(Run(MomentumForm.RateInside, rates), Is.Not.EqualTo(Run(MomentumForm.RateOutside, rates)).Within(0.01));
    }

    [Test]
    public void DecoupledDecayShrinksBesideTheStep()
    {
        NamedParameter p = TestParameters.Of(backend, "w", 2);
        var sgd = new Sgd(
            [new ParameterGroup("all", [p]) { LearningRate = 0.5, Momentum = Momentum, WeightDecay = 0.1 }], new SgdOptions(Decay: WeightDecayMode.Decoupled));
        double w = 2, v = 0;
        for (int step = 0; step < 3; step++)
        {
            p.SetGradient(Gradient(step));
            sgd.Step();
            v = Momentum * v + Gradient(step);
            w = (1 - 0.5 * 0.1) * w - 0.5 * v;
        }
        Assert.That(p.Value.Item(), Is.EqualTo(w).Within(Rounding));
    }

    [Test]
    public void NesterovWithDampeningIsRefused() => Assert.That(
        () => new Sgd([], new SgdOptions(Nesterov: true, Dampening: 0.1)), Throws.ArgumentException.With.Message.Contains("dampening"));

    private static double Gradient(int step) => 0.5 - step;

    private double Run(MomentumForm form, double[] rates)
    {
        NamedParameter p = TestParameters.Of(backend, "w", 1);
        var group = new ParameterGroup("all", [p]) { Momentum = Momentum };
        var sgd = new Sgd([group], new SgdOptions(Form: form));
        for (int step = 0; step < rates.Length; step++)
        {
            group.LearningRate = rates[step];
            p.SetGradient(Gradient(step));
            sgd.Step();
        }
        return p.Value.Item();
    }
}
