using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Laws of broadcasting, of shapes and of tensors. Elements are multiples of 1/4, so that sums of their products are exact in any order.</summary>
[TestFixture]
public class BroadcastProperties
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void TheOrderOfTwoShapesDoesNotMatter((Shape A, Shape B, Shape C) shapes) =>
        Assert.That(Broadcast(shapes.A, shapes.B), Is.EqualTo(Broadcast(shapes.B, shapes.A)));

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void TheGroupingOfThreeShapesDoesNotMatter((Shape A, Shape B, Shape C) shapes) => Assert.That(
        Broadcast(Broadcast(shapes.A, shapes.B), shapes.C),
        Is.EqualTo(Broadcast(shapes.A, Broadcast(shapes.B, shapes.C))),
        $"{shapes}; what does not broadcast does so in neither grouping");

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void AScalarAndTheShapeItselfChangeNothing(Shape shape)
    {
        Assert.That(Broadcast(shape, []), Is.EqualTo(shape));
        Assert.That(Broadcast(shape, shape), Is.EqualTo(shape));
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void ADifferenceBroadcastsAsItsOperandsDo((Shape A, Shape B) shapes)
    {
        using TensorScope scope = TensorScope.Open();
        var (a, b) = (Numbers(shapes.A, 1), Numbers(shapes.B, 2));
        Shape whole = Shape.Broadcast("test", shapes.A, shapes.B);
        Tensor difference = a - b;
        Assert.That(difference.Shape, Is.EqualTo(whole));
        Assert.That(difference.Doubles(), Is.EqualTo((a.BroadcastTo(whole) - b.BroadcastTo(whole)).Doubles()));
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void BroadcastingRepeatsElements((Shape A, Shape B) shapes)
    {
        using TensorScope scope = TensorScope.Open();
        Shape whole = Shape.Broadcast("test", shapes.A, shapes.B);
        Tensor a = Numbers(shapes.A, 1);
        double[] source = a.Doubles(), repeated = a.BroadcastTo(whole).Doubles();
        Assert.That(repeated, Is.EqualTo(Enumerable.Range(0, whole.Size).Select(i => source[SourceOf(i)])));

        int SourceOf(int index)
        {
            int place = 0, stride = 1;
            for (int axis = 1; axis <= whole.Rank; axis++)
            {
                (index, int i) = Math.DivRem(index, whole[-axis]);
                if (axis > a.Shape.Rank) continue;
                if (a.Shape[-axis] != 1) place += i * stride;
                stride *= a.Shape[-axis];
            }
            return place;
        }
    }

    /// <summary>The inner products agree: (broadcast x, y) = (x, sum of y).</summary>
    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void SummingToAShapeIsAdjointToBroadcastingFromIt((Shape A, Shape B) shapes)
    {
        using TensorScope scope = TensorScope.Open();
        Shape whole = Shape.Broadcast("test", shapes.A, shapes.B);
        var (x, y) = (Numbers(shapes.A, 1), Numbers(whole, 2));
        Tensor sum = y.SumTo(x.Shape);
        Assert.That(sum.Shape, Is.EqualTo(x.Shape));
        Assert.That(Product(x, sum), Is.EqualTo(Product(x.BroadcastTo(whole), y)));
    }

    private static double Product(Tensor a, Tensor b) => a.Doubles().Zip(b.Doubles(), (x, y) => x * y).Sum();

    /// <summary>The common shape; null where there is none.</summary>
    private static Shape? Broadcast(Shape? a, Shape? b)
    {
        if (a is not { } left || b is not { } right) return null;
        try
        {
            return Shape.Broadcast("test", left, right);
        }
        catch (ShapeException)
        {
            return null;
        }
    }

    private Tensor Numbers(Shape shape, int seed) => Tensor.From(backend, Samples.Grid(seed, shape.Size), shape);
}
