using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What a trace says of steps that are known.</summary>
public class LayerTraceTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void PlainDescentHasOneRate()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 3, 4);
        var group = new ParameterGroup("all", [p]) { LearningRate = 0.5, Momentum = 0, WeightDecay = 0 };
        LayerReading read = Trace(new Sgd([group]), p, [0.6, 0.8])[0];
        Assert.That((read.Name, read.Step), Is.EqualTo(("p", 0L)));
        Assert.That(
            new[] { read.GradientNorm, read.WeightNorm, read.UpdateNorm, read.Ratio, read.LowRate, read.MedianRate, read.HighRate },
            Is.EqualTo(new[] { 1, 5, 0.5, 0.1, 0.5, 0.5, 0.5 }).Within(1e-6));
        Assert.That((read.MomentumCosine, read.DeadUnits), Is.EqualTo((double.NaN, double.NaN)));
    }

    [Test]
    public void MomentumIsHeldAgainstTheNextGradient()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1, 1);
        var sgd = new Sgd([new ParameterGroup("all", [p]) { LearningRate = 0.1, WeightDecay = 0.2 }], new(Decay: WeightDecayMode.Decoupled));
        Trace(sgd, p, [1, 0]);
        LayerReading second = Trace(sgd, p, [1, 1])[0];
        Assert.That(second.MomentumCosine, Is.EqualTo(Math.Sqrt(0.5)).Within(1e-6));
        Assert.That(second.Decay, Is.EqualTo(0.02).Within(1e-15));
    }

    [Test]
    public void AdaptiveRatesAreThoseOfEachWeight()
    {
        // After one step of Adam every weight has moved by the rate: the effective rate is lr / |(1 - b1) g|.
        NamedParameter p = TestParameters.Of(backend, "p", 1, 1, 1);
        LayerReading read = Trace(new Adam([new ParameterGroup("all", [p]) { LearningRate = 0.01 }], new(Epsilon: 0)), p, [0.5, 1, 2])[0];
        Assert.That(new[] { read.LowRate, read.MedianRate, read.HighRate }, Is.EqualTo(new[] { 0.05, 0.1, 0.2 }).Within(1e-6));
    }

    [Test]
    public void UnitsWithoutGradientAreDead()
    {
        NamedParameter p = TestParameters.Of("w", Tensor.Ones(backend, [4, 100]));
        var gradient = new double[400];
        gradient[0] = 1;
        for (int i = 200; i < 300; i++) gradient[i] = i;
        Assert.That(Trace(new Sgd([new ParameterGroup("all", [p])]), p, gradient)[0].DeadUnits, Is.EqualTo(0.5));
    }

    [Test]
    public void SharpnessIsMeasuredAlongTheWay()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1, 1);
        Tensor scales = Tensor.From(backend, [3.0, 1], [2]).Keep();
        Tensor Loss() => (p.Value.Square() * scales).Sum() * 0.5;
        var trace = new LayerTrace { Loss = Loss, SharpnessEvery = 2, Every = int.MaxValue };
        var sgd = new Sgd([new ParameterGroup("all", [p]) { LearningRate = 0.1, Momentum = 0 }]);
        for (int step = 0; step < 4; step++)
        {
            using var scope = TensorScope.Open();
            sgd.ZeroGrad();
            Loss().Backward();
            trace.Before(sgd, step);
            sgd.Step();
            trace.After(sgd);
        }
        Assert.That(trace.Sharpness.Select(read => read.Step), Is.EqualTo(new long[] { 0, 2 }));
        Assert.That(trace.Sharpness.Select(read => read.TimesRate), Is.All.EqualTo(0.3).Within(0.01));
        Assert.That(trace.Take(), Has.Count.EqualTo(1), "the first step alone is looked into");
    }

    [Test]
    public void AFileHasARowAStepAndParameter()
    {
        var text = new StringWriter();
        TraceFile.Write(text, [new LayerReading { Step = 3, Name = "0.weight", GradientNorm = 1.5, WeightNorm = 2, UpdateNorm = 1, MomentumCosine = double.NaN }]);
        Assert.That(text.ToString().TrimEnd(), Is.EqualTo("3,0.weight,1.5,2,1,0.5,,0,0,0,0,0"));
        Assert.That(TraceFile.Header.Split(','), Has.Length.EqualTo(12));
    }

    private static LayerReading[] Trace(Optimizer optimizer, NamedParameter p, double[] gradient)
    {
        var trace = new LayerTrace();
        p.SetGradient(gradient);
        trace.Before(optimizer, 0);
        optimizer.Step();
        trace.After(optimizer);
        return trace.Take()[0];
    }
}
