using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Gradients by convention where a derivative does not exist, and at the infinities.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class KinkTests(string backendName)
{
    private const double Infinity = double.PositiveInfinity;

    private readonly Backend backend = EngineBackends.Create(backendName);

    private static IEnumerable<TestCaseData> Conventions()
    {
        yield return Case("relu", x => x.Relu(), 0, 0);
        yield return Case("abs", x => x.Abs(), 0, 0);
        yield return Case("leaky relu", x => x.LeakyRelu(0.125), 0, 0.125);
        yield return Case("elu", x => x.Elu(), 0, 1);
        yield return Case("clamp, lower bound", x => x.Clamp(-1, 2), -1, 1);
        yield return Case("clamp, upper bound", x => x.Clamp(-1, 2), 2, 1);
        yield return Case("maximum of equals", x => Tensor.Maximum(x, x.Detach()), 3, 0.5);
        yield return Case("minimum of equals", x => Tensor.Minimum(x.Detach(), x), 3, 0.5);
        yield return Case("maximum of itself", x => Tensor.Maximum(x, x), 3, 1);
        yield return Case("scaling at infinity", x => x * 2, Infinity, 2);
        yield return Case("shifting at infinity", x => x + 1, -Infinity, 1);
        yield return Case("negating at infinity", x => -x, Infinity, -1);
        yield return Case("adding infinities", x => x + x, Infinity, 2);
        yield return Case("relu at minus infinity", x => x.Relu(), -Infinity, 0);
        yield return Case("sigmoid at infinity", x => x.Sigmoid(), Infinity, 0);
        yield return Case("silu far below", x => x.Silu(), -1e4, 0);
        yield return Case("softplus far above", x => x.Softplus(), 1e4, 1);
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Conventions))]
    public void Slope(Func<Tensor, Tensor> f, double at, double expected)
    {
        using TensorScope scope = TensorScope.Open();
        Tensor x = Tensor.From(backend, [at], []);
        x.RequiresGrad = true;
        Assert.That(Autograd.Grad(f(x), [x])[0].Item(), Is.EqualTo(expected));
    }

    [Test]
    public void TheFirstOfEqualMaximaGetsTheGradient()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor x = Tensor.From(backend, [1.0, 1.0, 1.0, 1.0], [1, 2, 2, 1]);
        x.RequiresGrad = true;
        x.MaxPool2d(2).Sum().Backward();
        Assert.That(x.Grad!.Doubles(), Is.EqualTo(new double[] { 1, 0, 0, 0 }));
    }

    private static TestCaseData Case(string name, Func<Tensor, Tensor> f, double at, double expected) =>
        new TestCaseData(f, at, expected).SetArgDisplayNames(name, $"{at}", $"{expected}");
}
