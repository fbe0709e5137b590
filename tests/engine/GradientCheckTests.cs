using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The checker finds what it is there to find.</summary>
public class GradientCheckTests
{
    private static readonly GradientSample Sample = GradientSample.Uniform(1, [5], 0.5, 1.5);

    private readonly Backend backend = new ReferenceBackend();

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void AGradientWithASmallErrorFails() => Assert.That(
        () => GradientCheck.FirstOrder(backend, t => Cube(t[0], (g, x) => g * x.Square() * 3.000001), Sample),
        Throws.TypeOf<AssertionException>().With.Message.Contains("Backward, input 0"));

    [Test]
    public void AGradientOffTheGraphFailsAtTheSecondOrderOnly()
    {
        static Tensor F(Tensor[] t) => Cube(t[0], (g, x) => g * x.Detach().Square() * 3);
        GradientCheck.FirstOrder(backend, F, Sample);
        Assert.That(() => GradientCheck.SecondOrder(backend, F, Sample), Throws.TypeOf<AssertionException>().With.Message.Contains("Hessian"));
    }

    [Test]
    public void TheRightGradientPasses()
    {
        static Tensor F(Tensor[] t) => Cube(t[0], (g, x) => g * x.Square() * 3);
        GradientCheck.FirstOrder(backend, F, Sample);
        GradientCheck.SecondOrder(backend, F, Sample);
    }

    private static Tensor Cube(Tensor x, Func<Tensor, Tensor, Tensor> gradient)
    {
        Tensor y = x.Detach().Pow(3);
        Autograd.Record("cube", y, [x], (g, into) => into.Set(0, gradient(g, x)));
        return y;
    }
}
