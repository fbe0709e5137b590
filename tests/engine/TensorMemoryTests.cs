using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The one rule of memory: who owns a tensor, and when its buffer goes back.</summary>
public class TensorMemoryTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void ATensorOfAnEndedScopeThrows()
    {
        Tensor made, computed;
        using (TensorScope.Open())
        {
            made = Vector(1, 2);
            computed = made * 2;
        }
        Assert.That(() => made.ToArray<double>(), Throws.TypeOf<ObjectDisposedException>().With.Message.Contains("Keep()"));
        Assert.That(() => computed + computed, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void AKeptTensorOutlivesItsScopeAndTheNextOnes()
    {
        Tensor kept;
        using (TensorScope.Open()) kept = (Vector(1, 2) * 2).Keep();
        using (TensorScope.Open())
        {
            Tensor overwriting = Vector(7, 7);
            Assert.That(kept.ToArray<double>(), Is.EqualTo(new double[] { 2, 4 }));
            Assert.That(overwriting.ToArray<double>(), Is.EqualTo(new double[] { 7, 7 }));
        }
    }

    [Test]
    public void ABufferIsReusedByTheNextScope()
    {
        DeviceBuffer first, second;
        using (TensorScope.Open()) first = Vector(1, 2).Buffer;
        using (TensorScope.Open()) second = Vector(3, 4).Buffer;
        Assert.That(second, Is.SameAs(first));
    }

    [Test]
    public void ATensorBelongsToTheInnermostScope()
    {
        using TensorScope outer = TensorScope.Open();
        Tensor before = Vector(1), inside;
        using (TensorScope.Open()) inside = before * 2;
        Tensor after = before * 3;
        Assert.That(() => inside.Item(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(after.Item(), Is.EqualTo(3));
    }

    [Test]
    public void ScopesEndInnermostFirst()
    {
        TensorScope outer = TensorScope.Open(), inner = TensorScope.Open();
        Assert.That(outer.Dispose, Throws.InvalidOperationException.With.Message.Contains("innermost"));
        inner.Dispose();
        outer.Dispose();
        Assert.That(outer.Dispose, Throws.InvalidOperationException, "a second time");
    }

    [Test]
    public void AScopeIsTheMatterOfItsThread()
    {
        using TensorScope scope = TensorScope.Open();
        Exception? thrown = null;
        Tensor? elsewhere = null;
        var thread = new Thread(() =>
        {
            elsewhere = Vector(5);
            thrown = Assert.Catch(scope.Dispose);
        });
        thread.Start();
        thread.Join();
        Assert.That(thrown, Is.TypeOf<InvalidOperationException>());
        Assert.That(elsewhere!.Item(), Is.EqualTo(5));
    }

    [Test]
    public void AViewHoldsTheBufferOfADisposedTensor()
    {
        Tensor x = Vector(1, 2, 3, 4), view = x.Reshape(2, 2), detached = x.Detach();
        x.Dispose();
        x.Dispose();
        using TensorScope scope = TensorScope.Open();
        Tensor overwriting = Vector(9, 9, 9, 9);
        Assert.That(view.ToArray<double>(), Is.EqualTo(new double[] { 1, 2, 3, 4 }));
        Assert.That(detached.ToArray<double>(), Is.EqualTo(new double[] { 1, 2, 3, 4 }));
        Assert.That(() => x.Buffer, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(overwriting.Length, Is.EqualTo(4));
    }

    [Test]
    public void GradientsOfLeavesOutliveTheScope()
    {
        Tensor x = Vector(1, 2);
        x.RequiresGrad = true;
        for (int step = 0; step < 2; step++)
            using (TensorScope.Open()) x.Square().Sum().Backward();
        Assert.That(x.Grad!.ToArray<double>(), Is.EqualTo(new double[] { 4, 8 }), "two steps accumulate");
        x.ZeroGrad();
        Assert.That(x.Grad, Is.Null);
    }

    [Test]
    public void BackwardReturnsTheGradientsOfIntermediateResults()
    {
        using TensorScope scope = TensorScope.Open();
        Tensor x = Vector(1, 2, 3);
        x.RequiresGrad = true;
        Tensor h = x.Exp(), y = h.Sin();
        Tensor? seen = null;
        Tensor watched = h.Detach();
        Autograd.Record("watch", watched, [h], (g, into) =>
        {
            seen = g * 1.0;
            into.Set(0, seen);
        });
        (watched * y).Sum().Backward();
        Assert.That(seen!.IsReleased);
        Assert.That(x.Grad!.IsReleased, Is.False);
    }

    private Tensor Vector(params double[] values) => Tensor.From(backend, values, [values.Length]);
}
