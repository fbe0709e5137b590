using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Ways through the operations that only move elements, and back again.</summary>
[TestFixture]
public class LayoutProperties
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void ReshapingKeepsTheOrderOfElements(Shape shape)
    {
        using TensorScope scope = TensorScope.Open();
        Tensor x = Counted(shape);
        Shape reversed = new([.. shape.Reverse()]);
        Tensor y = x.Reshape(reversed), flat = x.Reshape(-1);
        Assert.That((y.Shape, flat.Shape), Is.EqualTo((reversed, new Shape(shape.Size))));
        Assert.That(y.Doubles(), Is.EqualTo(x.Doubles()));
        AssertSame(flat.Reshape(shape), x);
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void PermutingPutsEachElementInItsPlaceAndBack(Shape shape, int seed)
    {
        using TensorScope scope = TensorScope.Open();
        int[] order = [.. Enumerable.Range(0, shape.Rank)], inverse = new int[shape.Rank];
        new Random(seed).Shuffle(order);
        for (int i = 0; i < order.Length; i++) inverse[order[i]] = i;
        Tensor x = Counted(shape), y = x.Permute(order);
        Assert.That(y.Shape, Is.EqualTo(new Shape([.. order.Select(axis => shape[axis])])));
        Assert.That(y.Doubles(), Is.EqualTo(Indices(y.Shape).Select(index => Place(shape, [.. inverse.Select(axis => index[axis])]))));
        AssertSame(y.Permute(inverse), x);
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void TransposingIsPermutingAndItsOwnInverse(Shape shape, int seed)
    {
        if (shape.Rank == 0) return;
        using TensorScope scope = TensorScope.Open();
        var random = new Random(seed);
        int a = random.Next(shape.Rank), b = random.Next(-shape.Rank, shape.Rank);
        int[] order = [.. Enumerable.Range(0, shape.Rank)];
        (order[a], order[shape.Axis(b)]) = (shape.Axis(b), a);
        Tensor x = Counted(shape), y = x.Transpose(a, b);
        AssertSame(y, x.Permute(order));
        AssertSame(y.Transpose(b, a), x);
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void PaddingSurroundsWithZerosAndSlicingTakesThemAway(Shape shape, int seed)
    {
        if (shape.Rank == 0) return;
        using TensorScope scope = TensorScope.Open();
        var random = new Random(seed);
        int axis = random.Next(-shape.Rank, shape.Rank), before = random.Next(4), after = random.Next(4);
        Tensor x = Counted(shape), padded = x.Pad(axis, before, after);
        Assert.That(padded.Shape, Is.EqualTo(shape.With(axis, before + shape[axis] + after)));
        AssertSame(padded.Slice(axis, before, shape[axis]), x);
        Assert.That(padded.Slice(axis, 0, before).Doubles(), Is.All.Zero);
        Assert.That(padded.Slice(axis, before + shape[axis], after).Doubles(), Is.All.Zero);
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void ReversingTwiceChangesNothing(Shape shape, int seed)
    {
        if (shape.Rank == 0) return;
        using TensorScope scope = TensorScope.Open();
        int axis = new Random(seed).Next(shape.Rank), count = shape[axis];
        Tensor x = Counted(shape), reversed = x.Slice(axis, Math.Max(0, count - 1), count, step: -1);
        Assert.That(reversed.Doubles(), Is.EqualTo(Indices(shape).Select(index =>
        {
            index[axis] = count - 1 - index[axis];
            return Place(shape, index);
        })));
        AssertSame(reversed.Slice(axis, Math.Max(0, count - 1), count, step: -1), x);
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(DrawnShapes)])]
    public void JoiningWhatWasCutGivesTheWholeAndCuttingWhatWasJoinedTheParts(Shape shape, int seed)
    {
        if (shape.Rank == 0) return;
        using TensorScope scope = TensorScope.Open();
        var random = new Random(seed);
        int axis = random.Next(-shape.Rank, shape.Rank), extent = shape[axis];
        int[] cuts = [0, .. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(extent + 1)).Order(), extent];
        Tensor x = Counted(shape);
        Tensor[] parts = [.. cuts.Zip(cuts.Skip(1), (from, to) => x.Slice(axis, from, to - from))];
        Tensor whole = Tensor.Concat(axis, parts);
        AssertSame(whole, x);
        for (int i = 0; i < parts.Length; i++) AssertSame(whole.Slice(axis, cuts[i], cuts[i + 1] - cuts[i]), parts[i]);
    }

    private static void AssertSame(Tensor actual, Tensor expected)
    {
        Assert.That(actual.Shape, Is.EqualTo(expected.Shape));
        Assert.That(actual.Doubles(), Is.EqualTo(expected.Doubles()));
    }

    /// <summary>Every index of a shape, in row-major order.</summary>
    private static IEnumerable<int[]> Indices(Shape shape) => shape.Aggregate(
        (IEnumerable<int[]>)[[]], (indices, extent) => indices.SelectMany(index => Enumerable.Range(0, extent).Select(i => (int[])[.. index, i])));

    private static int Place(Shape shape, int[] index) => index.Zip(shape, (i, extent) => (i, extent)).Aggregate(0, (place, axis) => place * axis.extent + axis.i);

    /// <summary>Each element is its own place: 0, 1, 2 and so on.</summary>
    private Tensor Counted(Shape shape) => Tensor.From(backend, [.. Enumerable.Range(0, shape.Size).Select(i => (double)i)], shape);
}
