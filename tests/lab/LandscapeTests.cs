using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Losses along lines and planes of a bowl, sum w^2 / 2, whose values are known.</summary>
public class LandscapeTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void ALineLeadsFromHereToThere()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 2, 0);
        double[] losses = Of(p).Line([Tensor.From(backend, [0.0, 4], [2])], [0, 0.5, 1, 2]);
        Assert.That(losses, Is.EqualTo(new[] { 2, 2.5, 8, 34 }).Within(1e-12));
        Assert.That(p.Value.Doubles(), Is.EqualTo(new double[] { 2, 0 }), "the model is as it was");
    }

    [Test]
    public void DirectionsAreAsLongAsTheFilters()
    {
        // One filter of norm 5: a place (x, y) is w + x a + y b with |a| = |b| = 5, so opposite places add up to |w|² + x² |a|² and cross terms.
        NamedParameter p = TestParameters.Of("w", Tensor.From(backend, [3.0, 4, 0, 0, 0], [1, 5]));
        double[][] losses = Of(p).Plane([-1, 0, 1], seed: 3);
        Assert.That(losses[1][1], Is.EqualTo(12.5).Within(1e-12));
        Assert.That(losses[1][0] + losses[1][2], Is.EqualTo(25 + 25).Within(1e-9), "along the first direction");
        Assert.That(losses[0][1] + losses[2][1], Is.EqualTo(25 + 25).Within(1e-9), "along the second");
        Assert.That(Of(p).Plane([-1, 0, 1], seed: 3), Is.EqualTo(losses), "the same seed, the same plane");
        Assert.That(p.Value.Doubles(), Is.EqualTo(new double[] { 3, 4, 0, 0, 0 }));
    }

    [Test]
    public void BiasesDoNotMove()
    {
        NamedParameter bias = TestParameters.Of("b", Tensor.From(backend, [3.0], [1]), isScaleOrShift: true);
        Assert.That(Of(bias).Plane([-1, 1]).SelectMany(row => row), Is.All.EqualTo(4.5));
    }

    private static Landscape Of(NamedParameter p) => new([p], () => p.Value.Square().Sum() * 0.5);
}
