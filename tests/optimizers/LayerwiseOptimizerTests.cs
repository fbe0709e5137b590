using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>LARS and LAMB, whose steps rest on the norms of whole tensors, against their papers' equations in plain doubles.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class LayerwiseOptimizerTests(string backendName)
{
    /// <summary>Relative to the weight or to 1, the larger: rounding of some dozens of float64 operations a step.</summary>
    private const double Rounding = 1e-12;

    private const double Decay = 0.1, Momentum = 0.8, Beta2 = 0.9, Epsilon = 1e-3;

    private readonly Backend backend = EngineBackends.Create(backendName);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void LarsIsThatOfThePaper([Values] bool maximize)
    {
        var velocity = new double[PaperCheck.Start.Length];
        Check(group => new Lars([group], new(Trust: 0.02, Maximize: maximize)), (w, g, rate, t) =>
        {
            double[] d = maximize ? [.. g.Select(one => -one)] : g;
            double local = Norm(w) > 0 && Norm(g) > 0 ? 0.02 * Norm(w) / (Norm(g) + Decay * Norm(w)) : 1;
            for (int i = 0; i < w.Length; i++) velocity[i] = Momentum * velocity[i] + rate * local * (d[i] + Decay * w[i]);
            return [.. w.Select((one, i) => one - velocity[i])];
        });
    }

    [Test]
    public void LambIsThatOfThePaper([Values] bool maximize, [Values(0.5, 10)] double largest)
    {
        double[] m = new double[PaperCheck.Start.Length], v = new double[PaperCheck.Start.Length];
        Check(group => new Lamb([group], new(Beta2, Epsilon, largest, maximize)), (w, g, rate, t) =>
        {
            var u = new double[w.Length];
            for (int i = 0; i < w.Length; i++)
            {
                double d = maximize ? -g[i] : g[i];
                (m[i], v[i]) = (Momentum * m[i] + (1 - Momentum) * d, Beta2 * v[i] + (1 - Beta2) * d * d);
                u[i] = m[i] / (1 - Math.Pow(Momentum, t)) / (Math.Sqrt(v[i] / (1 - Math.Pow(Beta2, t))) + Epsilon) + Decay * w[i];
            }
            double ratio = Norm(w) > 0 && Norm(u) > 0 ? Math.Min(Norm(w) / Norm(u), largest) : 1;
            return [.. w.Select((one, i) => one - rate * ratio * u[i])];
        });
    }

    [Test]
    public void BiasesMoveAtThePlainRate()
    {
        var bias = new NamedParameter("bias", new Parameter(TestParameters.Of(backend, "bias", [2, -3]).Value, ExchangeLayout.AsIs, IsScaleOrShift: true));
        var group = new ParameterGroup("all", [bias]) { LearningRate = 0.5, Momentum = 0 };
        bias.SetGradient([1, 4]);
        Assert.That(new Lars([group]).Step());
        Assert.That(bias.Value.Doubles(), Is.EqualTo(new[] { 1.5, -5 }).Within(Rounding));
        // Adam's first step is the sign of the gradient.
        var fresh = new ParameterGroup("all", [bias]) { LearningRate = 0.5, Momentum = 0 };
        Assert.That(new Lamb([fresh], new(Epsilon: 0)).Step());
        Assert.That(bias.Value.Doubles(), Is.EqualTo(new[] { 1, -5.5 }).Within(Rounding));
    }

    [Test]
    public void ATensorOfZerosLeavesThem()
    {
        NamedParameter p = TestParameters.Of(backend, "p", [0, 0]);
        var group = new ParameterGroup("all", [p]) { LearningRate = 0.5, Momentum = 0 };
        p.SetGradient([1, -2]);
        Assert.That(new Lars([group]).Step());
        Assert.That(p.Value.Doubles(), Is.EqualTo(new[] { -0.5, 1 }).Within(Rounding), "the ratio of a norm of 0 is 1");
    }

    private void Check(Func<ParameterGroup, Optimizer> create, PaperStep paper) => PaperCheck.Run(backend, Momentum, Decay, create, paper);

    private static double Norm(double[] values) => PaperCheck.Norm(values);
}
