using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The rules of the graph: what is recorded, what a sweep delivers and what it leaves behind.</summary>
public class AutogradTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Reference);
    private TensorScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = TensorScope.Open();

    [TearDown]
    public void EndScope() => scope.Dispose();

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void ASecondBackwardSaysThatTheGraphIsGone()
    {
        Tensor x = Leaf(3), y = x.Square();
        y.Backward();
        for (int attempt = 0; attempt < 2; attempt++)
            Assert.That(() => y.Backward(), Throws.InvalidOperationException.With.Message.Contains("retainGraph").And.Message.Contains("Square"));
        Assert.That(x.Grad!.Item(), Is.EqualTo(6));
    }

    [Test]
    public void ARetainedGraphAccumulatesAgain()
    {
        Tensor x = Leaf(3), y = x.Square();
        y.Backward(retainGraph: true);
        y.Backward();
        Assert.That(x.Grad!.Item(), Is.EqualTo(12));
    }

    [Test]
    public void AFailedSweepLeavesNoGradientsBehind()
    {
        Tensor x = Leaf(3), shared = x.Square(), gone = shared * 2, kept = Leaf(1).Exp();
        gone.Backward();
        Tensor z = gone + kept;
        Assert.That(() => z.Backward(), Throws.InvalidOperationException);
        Tensor[] gradient = Autograd.Grad(kept, [kept]);
        Tensor leaf = Leaf(2), fresh = leaf * 5, broken = fresh + gone;
        Assert.That(() => broken.Backward(retainGraph: true), Throws.InvalidOperationException);
        leaf.ZeroGrad();
        fresh.Backward();
        Assert.That(leaf.Grad!.Item(), Is.EqualTo(5));
        Assert.That(gradient[0].Item(), Is.EqualTo(1));
    }

    [Test]
    public void ASeedScalesAndIsLeftAlone()
    {
        Tensor x = Leaf(1, 2), seed = Vector(10, 100);
        x.Square().Backward(seed);
        (x * 1.0).Backward(seed);
        Assert.That(x.Grad!.Doubles(), Is.EqualTo(new double[] { 30, 500 }));
        x.ZeroGrad();
        Assert.That(seed.Doubles(), Is.EqualTo(new double[] { 10, 100 }));
    }

    [Test]
    public void BackwardWithoutAScalarOrASeedOrALeafIsRefused()
    {
        Assert.That(() => (Leaf(1, 2) * 2).Backward(), Throws.TypeOf<ShapeException>().With.Message.Contains("no scalar"));
        Assert.That(() => (Leaf(1, 2) * 2).Backward(Vector(1)), Throws.TypeOf<ShapeException>().With.Message.Contains("seed"));
        Assert.That(() => (Vector(1) * 2).Backward(), Throws.InvalidOperationException.With.Message.Contains("RequiresGrad"));
    }

    [Test]
    public void NothingIsRecordedWithoutGrad()
    {
        Tensor x = Leaf(1);
        using (Autograd.NoGrad())
        {
            Assert.That(Autograd.IsRecording, Is.False);
            using (Autograd.NoGrad()) Assert.That((x * 2).RequiresGrad, Is.False);
            Assert.That(Autograd.IsRecording, Is.False);
        }
        Assert.That((x * 2).RequiresGrad);
        Assert.That((x.Detach() * 2).RequiresGrad, Is.False);
    }

    [TestCase(false), TestCase(true)]
    public void GradientsThatTwoLeavesShareAreTheirOwn(bool createGraph)
    {
        Tensor a = Leaf(1, 2), b = Leaf(3, 4), c = Leaf(5, 6), seed = Vector(1, 10);
        (a + b + c.Reshape(2, 1).Reshape(2)).Backward(seed, createGraph);
        a.ZeroGrad();
        using (TensorScope.Open()) Vector(-1, -1).Square();
        Assert.That(b.Grad!.Doubles(), Is.EqualTo(new double[] { 1, 10 }));
        b.ZeroGrad();
        Assert.That(c.Grad!.Doubles(), Is.EqualTo(new double[] { 1, 10 }));
        c.ZeroGrad();
        Assert.That(seed.Doubles(), Is.EqualTo(new double[] { 1, 10 }));
    }

    [TestCase(false), TestCase(true)]
    public void ATensorUsedTwiceGetsBothGradients(bool createGraph)
    {
        Tensor x = Leaf(1, 2), h = x * 3;
        (x + x + h + h + h.Reshape(2, 1).Reshape(2)).Backward(Vector(1, 10), createGraph);
        Assert.That(x.Grad!.Doubles(), Is.EqualTo(new double[] { 11, 110 }));
    }

    /// <summary>The sum hands its gradient on to both operands; when the square adds to the first one's, the second must not see it.</summary>
    [Test]
    public void AGradientThatTwoTensorsShareIsNotAddedToInPlace()
    {
        Tensor x = Leaf(3), a = x * 2.0, b = x * 3.0, square = a.Square(), sum = a + b;
        (square + sum).Backward();
        Assert.That(x.Grad!.Item(), Is.EqualTo(2 * (2 * 6 + 1) + 3));
    }

    [Test]
    public void GradAlsoGivesThoseOfIntermediateResultsOnTheWay()
    {
        Tensor x = Leaf(1, 2), h = x.Square(), y = h * Vector(2, 3) + h * Vector(10, 20) + x;
        Tensor[] gradients = Autograd.Grad(y, [h, x, h], Vector(1, 1));
        Assert.That(gradients[0].Doubles(), Is.EqualTo(new double[] { 12, 23 }));
        Assert.That(gradients[1].Doubles(), Is.EqualTo(new double[] { 25, 93 }));
        Assert.That(gradients[2].Doubles(), Is.EqualTo(new double[] { 12, 23 }));
        Assert.That(x.Grad, Is.Null);
    }

    [Test]
    public void GradIsZeroWhereNothingLeads()
    {
        Tensor x = Leaf(1, 2), other = Leaf(4, 5, 6);
        Tensor[] gradients = Autograd.Grad(x.Sum(), [other, x]);
        Assert.That(gradients[0].Doubles(), Is.EqualTo(new double[] { 0, 0, 0 }));
        Assert.That(gradients[1].Doubles(), Is.EqualTo(new double[] { 1, 1 }));
    }

    [Test]
    public void BackwardWithAGraphGivesGradientsThatCanBeDifferentiated()
    {
        Tensor x = Leaf(2);
        x.Pow(3).Backward(createGraph: true);
        Tensor first = x.Grad!;
        Assert.That(first.Item(), Is.EqualTo(12));
        Tensor second = Autograd.Grad(first, [x], createGraph: true)[0], third = Autograd.Grad(second, [x])[0];
        Assert.That(second.Item(), Is.EqualTo(12));
        Assert.That(third.Item(), Is.EqualTo(6));
    }

    [Test]
    public void ALongChainNeedsNoDeepStack()
    {
        Tensor x = Leaf(1), y = x;
        for (int i = 0; i < 20_000; i++) y += x;
        Assert.That(Autograd.Grad(y, [x])[0].Item(), Is.EqualTo(20_001));
        y.Backward();
        Assert.That(x.Grad!.Item(), Is.EqualTo(20_001));
    }

    private Tensor Vector(params double[] values) => Tensor.From(backend, values, [values.Length]);

    private Tensor Leaf(params double[] values)
    {
        Tensor leaf = Vector(values).Keep();
        leaf.RequiresGrad = true;
        return leaf;
    }
}
