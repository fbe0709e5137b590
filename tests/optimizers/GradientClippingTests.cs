using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Bounds of gradients: by their global norm, by value, and by the norms of units.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class GradientClippingTests(string backendName)
{
    private readonly Backend backend = EngineBackends.Create(backendName);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void ClippingByNormScalesAllByOneFactor()
    {
        NamedParameter[] parameters = Parameters();
        parameters[0].SetGradient(3, 0);
        parameters[2].SetGradient(-4);
        new ClipByNorm(2.5).Apply(parameters);
        Assert.That(parameters[0].Value.Grad!.Doubles(), Is.EqualTo(new[] { 1.5, 0 }));
        Assert.That(parameters[1].Value.Grad, Is.Null);
        Assert.That(parameters[2].Value.Grad!.Doubles(), Is.EqualTo(new double[] { -2 }));
        Assert.That(new GradientNorm(parameters).Measure(), Is.EqualTo(2.5));
    }

    [Test]
    public void ASmallNormIsLeftAlone()
    {
        NamedParameter[] parameters = Parameters();
        parameters[0].SetGradient(3, 4);
        new ClipByNorm(5).Apply(parameters);
        Assert.That(parameters[0].Value.Grad!.Doubles(), Is.EqualTo(new double[] { 3, 4 }));
    }

    [Test]
    public void ClippingByValueBoundsEachElement()
    {
        NamedParameter[] parameters = Parameters();
        parameters[0].SetGradient(3, -0.5);
        parameters[2].SetGradient(-4);
        new ClipByValue(1).Apply(parameters);
        Assert.That(parameters[0].Value.Grad!.Doubles(), Is.EqualTo(new[] { 1, -0.5 }));
        Assert.That(parameters[2].Value.Grad!.Doubles(), Is.EqualTo(new double[] { -1 }));
    }

    [Test]
    public void AdaptiveClippingBoundsEachUnitByItsWeights()
    {
        // Units (3, 4), (0, 0) and (6, 8): norms 5, 0 and 10.
        NamedParameter weights = TestParameters.Of("w", Tensor.From(backend, new double[] { 3, 4, 0, 0, 6, 8 }, [3, 2]));
        weights.SetGradient(6, 8, 0, 2, 0.3, 0.4);
        new AdaptiveClip(ratio: 0.1, epsilon: 0.01).Apply([weights]);
        // The first has a norm of 10 where 0.5 is allowed, the second one of 2 where 0.001 is, the third is within its bound.
        Assert.That(weights.Value.Grad!.Doubles(), Is.EqualTo(new[] { 0.3, 0.4, 0, 0.001, 0.3, 0.4 }).Within(1e-15));
    }

    [TestCase(0), TestCase(-1)]
    public void ABoundIsPositive(double largest)
    {
        Assert.That(() => new ClipByNorm(largest), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ClipByValue(largest), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new AdaptiveClip(largest), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private NamedParameter[] Parameters() =>
        [TestParameters.Of(backend, "a", 1, 1), TestParameters.Of(backend, "b", 1), TestParameters.Of(backend, "c", 1)];
}
