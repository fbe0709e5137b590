using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Every optimizer against its paper's equation in plain doubles, with both forms of decay, downhill and uphill.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class OptimizerEquationTests(string backendName)
{
    /// <summary>Relative to the weight or to 1, the larger: rounding of some ten float64 operations a step.</summary>
    private const double Rounding = 1e-12;

    private const int Steps = 30;

    private const double Decay = 0.1;

    private static readonly double[] Start = [1.5, -0.5, 0, 2, -1];

    private readonly Backend backend = EngineBackends.Create(backendName);

    private static IEnumerable<string> Names => OptimizerCase.All.Where(one => one.Paper is not null).Select(one => one.Name);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void EachStepIsThatOfThePaper([ValueSource(nameof(Names))] string name, [Values] WeightDecayMode mode, [Values] bool maximize)
    {
        OptimizerCase given = OptimizerCase.Named(name);
        NamedParameter p = TestParameters.Of(backend, "p", Start);
        var group = new ParameterGroup("all", [p]) { Momentum = given.Momentum, WeightDecay = Decay };
        Optimizer optimizer = given.Create([group], mode, maximize);
        double[] expected = [.. Start];
        double[][] state = [.. Start.Select(_ => new double[3])];
        for (int t = 1; t <= Steps; t++)
        {
            double[] gradient = [.. Start.Select((_, i) => Gradient(t, i))];
            double rate = group.LearningRate = 0.01 * (1 + t % 3);
            p.SetGradient(gradient);
            Assert.That(optimizer.Step());
            for (int i = 0; i < expected.Length; i++)
            {
                double w = expected[i], d = (maximize ? -gradient[i] : gradient[i]) + (mode == WeightDecayMode.Coupled ? Decay * w : 0);
                double kept = mode == WeightDecayMode.Coupled ? w : (1 - rate * Decay) * w;
                expected[i] = kept - given.Paper!(d, rate, given.Momentum, t, state[i]);
            }
            Comparison.Close(expected, p.Value.Doubles(), k => Rounding * Math.Max(1, Math.Abs(expected[k])), $"step {t}");
        }
    }

    [Test]
    public void EveryOptimizerOfTheLibraryIsHere() => Assert.That(
        OptimizerCase.All.Select(one => one.Over().GetType()).Distinct(),
        Is.EquivalentTo(typeof(Optimizer).Assembly.GetTypes().Where(type => type.IsSealed && type.IsAssignableTo(typeof(Optimizer)))));

    /// <summary>Of both signs and fading, so that largest values of the past differ from those of the present; all 0 for one weight.</summary>
    private static double Gradient(int t, int i) => i == 2 ? 0 : 3 * Math.Sin(1.7 * i + 0.9 * t) * Math.Pow(0.9, t);
}
