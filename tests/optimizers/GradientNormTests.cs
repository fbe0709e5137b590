using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The norm over all parameters.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class GradientNormTests(string backendName)
{
    private readonly Backend backend = EngineBackends.Create(backendName);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void MeasuresAllGradientsThereAre()
    {
        NamedParameter[] parameters = Parameters();
        var norm = new GradientNorm(parameters);
        Assert.That(norm.Measure(), Is.Zero);
        parameters[0].SetGradient(3, 0);
        parameters[2].SetGradient(-4);
        Assert.That(norm.Measure(), Is.EqualTo(5));
    }

    [Test]
    public void SquaresAreSummedInDouble()
    {
        // The square of 1e30 overflows a float.
        NamedParameter p = TestParameters.Of("p", Tensor.Zeros(backend, [2]));
        p.SetGradient(3e30, 4e30);
        Assert.That(new GradientNorm([p]).Measure(), Is.EqualTo(5e30).Within(5e30 * 1e-7));
    }

    private NamedParameter[] Parameters() =>
        [TestParameters.Of(backend, "a", 1, 1), TestParameters.Of(backend, "b", 1), TestParameters.Of(backend, "c", 1)];
}
