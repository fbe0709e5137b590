using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The optimizers that ask for the loss: Sophia-H and SAM, on a loss whose derivatives are known, sum a x^4 / 4.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class ConsultingOptimizerTests(string backendName)
{
    private const double Rounding = 1e-12, Momentum = 0.8, Decay = 0.1;

    private const int Steps = 7;

    private static readonly double[] Start = [1.5, -0.5, 0.25, 2], Scales = [1, 2, -0.5, 0.1];

    private readonly Backend backend = EngineBackends.Create(backendName);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void SophiaIsThatOfThePaper()
    {
        const int Every = 3;
        const double Beta2 = 0.9, Gamma = 0.5, Epsilon = 0.1;
        // Of a diagonal Hessian, u * (H u) = h u².
        double[] m = new double[4], h = new double[4];
        Check(group => new Sophia([group], new(Beta2, Gamma, Every, Epsilon, Seed: 5)), (w, rate, t) =>
        {
            if ((t - 1) % Every == 0)
            {
                double[] u = Tensor.Random(backend, [4], RandomDistribution.Normal, new RandomStream(5, Stream: 0).Fork((ulong)t - 1).Fork(0), type: DType.Float64).ToArray<double>();
                for (int i = 0; i < 4; i++) h[i] = Beta2 * h[i] + (1 - Beta2) * 3 * Scales[i] * w[i] * w[i] * u[i] * u[i];
            }
            for (int i = 0; i < 4; i++) m[i] = Momentum * m[i] + (1 - Momentum) * Slope(i, w[i]);
            return [.. w.Select((x, i) => (1 - rate * Decay) * x - rate * Math.Clamp(m[i] / Math.Max(Gamma * h[i], Epsilon), -1, 1))];
        });
    }

    [Test]
    public void SamIsThatOfThePaper()
    {
        const double Rho = 0.3;
        var velocity = new double[4];
        Check(group => new Sam(new Sgd([group]), Rho), (w, rate, t) =>
        {
            double[] g = [.. w.Select((x, i) => Slope(i, x))];
            double norm = PaperCheck.Norm(g);
            return [.. w.Select((x, i) => x - rate * (velocity[i] = Momentum * velocity[i] + Slope(i, x + Rho * g[i] / norm) + Decay * x))];
        });
    }

    [Test]
    public void SamLeavesBrokenGradientsToTheGate()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1, 2);
        var sam = new Sam(new Sgd([new ParameterGroup("all", [p])]));
        p.SetGradient(double.NaN, 1);
        sam.Consult(() => throw new InvalidOperationException("asked for a loss without a direction"));
        Assert.That(p.Value.Doubles(), Is.EqualTo(new double[] { 1, 2 }));
    }

    private static double Slope(int i, double x) => Scales[i] * x * x * x;

    private void Check(Func<ParameterGroup, Optimizer> create, Func<double[], double, int, double[]> paper)
    {
        NamedParameter p = TestParameters.Of(backend, "p", Start);
        Tensor scales = Tensor.From(backend, Scales, [4]).Keep();
        var group = new ParameterGroup("all", [p]) { Momentum = Momentum, WeightDecay = Decay };
        Optimizer optimizer = create(group);
        double[] expected = Start;
        for (int t = 1; t <= Steps; t++)
        {
            using var scope = TensorScope.Open();
            Tensor Loss() => (p.Value.Square().Square() * scales).Sum() * 0.25;
            double rate = group.LearningRate = 0.05 * (1 + t % 3);
            optimizer.ZeroGrad();
            Loss().Backward();
            if (optimizer.NeedsLoss) optimizer.Consult(Loss);
            Assert.That(optimizer.Step());
            expected = paper(expected, rate, t);
            Comparison.Close(expected, p.Value.Doubles(), k => Rounding * Math.Max(1, Math.Abs(expected[k])), $"step {t}");
        }
    }
}
