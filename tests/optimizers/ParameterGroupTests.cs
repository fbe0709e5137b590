using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Groups with settings of their own, and the state of what was stepped.</summary>
public class ParameterGroupTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void EachGroupHasItsRate()
    {
        NamedParameter a = TestParameters.Of(backend, "a", 1), b = TestParameters.Of(backend, "b", 1);
        var sgd = new Sgd([new ParameterGroup("slow", [a]) { LearningRate = 0.25 }, new ParameterGroup("fast", [b]) { LearningRate = 0.5 }]);
        a.SetGradient(1);
        b.SetGradient(1);
        Assert.That(sgd.Step());
        Assert.That((a.Value.Item(), b.Value.Item()), Is.EqualTo((0.75, 0.5)));
    }

    [Test]
    public void EachGroupHasItsDecay()
    {
        NamedParameter a = TestParameters.Of(backend, "a", 2), b = TestParameters.Of(backend, "b", 2);
        var adam = new Adam(
            [
                new ParameterGroup("penalty", [a]) { LearningRate = 0.5, WeightDecay = 0.1 },
                new ParameterGroup("shrinking", [b]) { LearningRate = 0.5, WeightDecay = 0.1, DecayMode = WeightDecayMode.Decoupled },
            ],
            new(Epsilon: 0));
        a.SetGradient(1);
        b.SetGradient(1);
        Assert.That(adam.Step());
        // Adam's first step is the rate, whatever a penalty adds to the gradient; decoupled, the weight shrinks by a twentieth besides.
        Assert.That((a.Value.Item(), b.Value.Item()), Is.EqualTo((1.5, 1.4)).Using<(double A, double B)>((x, y) => Math.Abs(x.A - y.A) + Math.Abs(x.B - y.B) < 1e-12));
    }

    [Test]
    public void AFrozenGroupStaysAsItIsAndCountsNoSteps()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1);
        var group = new ParameterGroup("all", [p]) { LearningRate = 0.5, IsFrozen = true };
        var adam = new Adam([group]);
        p.SetGradient(3);
        Assert.That(adam.Step(), Is.False);
        Assert.That((p.Value.Item(), group.Steps, adam.State.Parameters.Count), Is.EqualTo((1.0, 0L, 0)));
        Assert.That(p.Value.Grad, Is.Null, "no gradient is computed for what does not move");
        group.IsFrozen = false;
        p.SetGradient(3);
        Assert.That(adam.Step());
        // The first step that is applied is the first step of the bias correction.
        Assert.That((p.Value.Item(), group.Steps), Is.EqualTo((0.5, 1L)).Using<(double W, long S)>((x, y) => x.S == y.S && Math.Abs(x.W - y.W) < 1e-7));
    }

    [Test]
    public void OnlyWeightsDecayWhereScalesAndShiftsDoNot()
    {
        Module model = new Sequential(new Conv2d(new ParameterFactory(backend), 2, 3, 3), new BatchNorm2d(new ParameterFactory(backend), 3));
        ParameterGroup[] groups = ParameterGroup.WithoutDecayOnScalesAndShifts(model, 0.1);
        Assert.That(groups[0].Parameters.Select(p => p.Name), Is.EqualTo(new[] { "0.weight" }));
        Assert.That(groups[1].Parameters.Select(p => p.Name), Is.EqualTo(new[] { "0.bias", "1.weight", "1.bias" }));
        Dictionary<string, double[]> before = model.NamedParameters().ToDictionary(p => p.Name, p => p.Value.Doubles());
        foreach (NamedParameter p in model.NamedParameters()) p.SetGradient(new double[p.Value.Length]);
        foreach (ParameterGroup group in groups) group.LearningRate = 0.5;
        new Sgd(groups).Step();
        foreach (NamedParameter p in model.NamedParameters())
        {
            double factor = p.Name == "0.weight" ? 1 - 0.5 * 0.1 : 1;
            Assert.That(p.Value.Doubles(), Is.EqualTo(before[p.Name].Select(w => factor * w)).Within(1e-7), p.Name);
        }
    }

    [Test]
    public void StateHasNamesAndOutlivesTheScopeOfTheStep()
    {
        NamedParameter p = TestParameters.Of(backend, "conv.weight", 1, 2), untouched = TestParameters.Of(backend, "fc.weight", 1);
        var sgd = new Sgd([new ParameterGroup("all", [p, untouched]) { Momentum = 0.5 }]);
        Assert.That(sgd.Step(), Is.False, "nothing has a gradient");
        for (int step = 0; step < 2; step++)
        {
            using TensorScope scope = TensorScope.Open();
            p.SetGradient(1, 10);
            sgd.Step();
        }
        Assert.That(sgd.State.SlotNames, Is.EqualTo(new[] { "momentum_buffer" }));
        Assert.That(sgd.State.Parameters, Is.EqualTo(new[] { "conv.weight" }));
        Assert.That(sgd.State["conv.weight"]["momentum_buffer"].Doubles(), Is.EqualTo(new double[] { 1.5, 15 }));
        Assert.That(() => sgd.State["fc.weight"], Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("fc.weight"));
        sgd.State.Clear();
        Assert.That(sgd.State.Parameters, Is.Empty);
    }

    [Test]
    public void AParameterStandsInOneGroup()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1);
        Assert.That(() => new Sgd([new ParameterGroup("a", [p]), new ParameterGroup("b", [p])]), Throws.ArgumentException.With.Message.Contains("'p'"));
    }

    [Test]
    public void ZeroGradForgetsTheGradientsOfAllGroups()
    {
        NamedParameter a = TestParameters.Of(backend, "a", 1), b = TestParameters.Of(backend, "b", 1);
        a.SetGradient(1);
        b.SetGradient(1);
        new Sgd([new ParameterGroup("a", [a]), new ParameterGroup("b", [b])]).ZeroGrad();
        Assert.That((a.Value.Grad, b.Value.Grad), Is.EqualTo(((Tensor?)null, (Tensor?)null)));
    }
}
