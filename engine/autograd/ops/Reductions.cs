using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>The sum of all elements, a scalar.</summary>
    public Tensor Sum() => Sum(AllAxes());

    /// <summary>The sum over the given axes; negative ones count from the end.</summary>
    /// <param name="axes">The axes to fold.</param>
    /// <param name="keepAxes">Whether folded axes stay with extent 1.</param>
    public Tensor Sum(ReadOnlySpan<int> axes, bool keepAxes = false)
    {
        Shape kept = KeptShape(axes);
        Tensor y = Fold(new Sum(), kept);
        Autograd.Record("sum", y, [this], (g, into) => into.Set(0, g.BroadcastTo(Shape)));
        return keepAxes ? y : y.Reshape(DroppedShape(axes));
    }

    /// <summary>The mean of all elements, a scalar.</summary>
    public Tensor Mean() => Mean(AllAxes());

    /// <summary>The mean over the given axes; negative ones count from the end.</summary>
    public Tensor Mean(ReadOnlySpan<int> axes, bool keepAxes = false)
    {
        Tensor sum = Sum(axes, keepAxes);
        return sum * (sum.Length / (double)Length);
    }

    /// <summary>The largest element along the given axes, cut off from the graph.</summary>
    internal Tensor LargestDetached(ReadOnlySpan<int> axes) => Fold(new Largest(), KeptShape(axes));

    /// <summary>The variance of all elements, a scalar; see the overload.</summary>
    public Tensor Variance(int correction = 1) => Variance(AllAxes(), correction: correction);

    /// <summary>
    /// The sum of squared distances from the mean over the given axes, divided by their number of elements n minus the correction: 1 for the
    /// unbiased estimate (PyTorch's default), 0 for the mean square. NaN where n is not above the correction.
    /// </summary>
    public Tensor Variance(ReadOnlySpan<int> axes, bool keepAxes = false, int correction = 1)
    {
        int[] folded = axes.ToArray();
        Tensor squares = (this - Mean(folded, keepAxes: true)).Square().Sum(folded, keepAxes);
        double count = squares.Length == 0 ? 0 : (double)Length / squares.Length;
        return squares * (count > correction ? 1 / (count - correction) : double.NaN);
    }

    /// <summary>The largest of all elements, a scalar; see the overload.</summary>
    public Tensor Max() => Max(AllAxes());

    /// <summary>The largest element over the given axes; NaN is largest. Elements that tie for it share the gradient evenly (PyTorch's amax); a NaN gets NaN.</summary>
    /// <exception cref="ShapeException">There are no elements to choose from.</exception>
    public Tensor Max(ReadOnlySpan<int> axes, bool keepAxes = false) => Extreme("max", new Largest(), axes, keepAxes);

    /// <summary>The smallest of all elements, a scalar; see the overload.</summary>
    public Tensor Min() => Min(AllAxes());

    /// <summary>The smallest element over the given axes, by the conventions of <see cref="Max(ReadOnlySpan{int}, bool)"/>.</summary>
    public Tensor Min(ReadOnlySpan<int> axes, bool keepAxes = false) => Extreme("min", new Smallest(), axes, keepAxes);

    private Tensor Extreme<R>(string name, R reduction, ReadOnlySpan<int> axes, bool keepAxes) where R : struct, IReduction
    {
        int[] folded = axes.ToArray();
        Shape kept = KeptShape(axes);
        if (Length == 0 && kept.Size > 0) throw new ShapeException(name, $"{Shape} has no elements along the axes", "Give at least one");
        Tensor y = Fold(reduction, kept);
        Autograd.Record(name, y, [this], (g, into) =>
        {
            Tensor ties = EqualTo(this, y);
            into.Set(0, g * (ties / ties.Sum(folded, keepAxes: true)));
        });
        return keepAxes ? y : y.Reshape(DroppedShape(axes));
    }

    /// <summary>The index of the largest element along an axis, as Int32; the first among equals, NaN counting as largest.</summary>
    public Tensor ArgMax(int axis) => Shape.Axis(axis) == Shape.Rank - 1 ? ArgMax() : Moved(Shape.Axis(axis)).ArgMax();

    /// <summary>The index of the largest element along the last axis, as Int32; the first among equals, NaN counting as largest.</summary>
    public Tensor ArgMax()
    {
        if (Shape.Rank == 0 || Shape[-1] == 0) throw new ShapeException("argmax", $"{Shape} has no last axis with elements", "Give a tensor with a non-empty last axis");
        Tensor y = Empty(Backend, new Shape(Shape.Extents[..^1]), DType.Int32);
        Backend.ArgMax(y.Length, Shape[-1], Buffer, y.Buffer);
        return y;
    }

    /// <summary>Sums over broadcast axes, back to the shape from which this one was broadcast.</summary>
    internal Tensor SumTo(Shape shape)
    {
        if (Shape == shape) return this;
        Span<int> axes = stackalloc int[Shape.MaxRank];
        int count = 0, lead = Shape.Rank - shape.Rank;
        for (int i = 0; i < Shape.Rank; i++)
            if (i < lead || (shape[i - lead] == 1 && Shape[i] != 1)) axes[count++] = i;
        return Sum(axes[..count], keepAxes: true).Reshape(shape);
    }

    /// <summary>Folds runs of neighbouring axes one after the other, the last run first, until the shape is reached.</summary>
    private Tensor Fold<R>(R reduction, Shape kept) where R : struct, IReduction
    {
        Tensor x = this;
        for (int last = Shape.Rank - 1; last >= 0; last--)
        {
            if (kept[last] == Shape[last]) continue;
            int first = last;
            while (first > 0 && kept[first - 1] != Shape[first - 1]) first--;
            x = FoldRun(reduction, x, first, last);
            last = first;
        }
        if (!ReferenceEquals(x, this)) return x;
        return FoldRun(reduction, this, 0, -1);
    }

    private static Tensor FoldRun<R>(R reduction, Tensor x, int first, int last) where R : struct, IReduction
    {
        int outer = 1, reduced = 1, inner = 1;
        Shape shape = x.Shape;
        for (int i = 0; i < x.Shape.Rank; i++)
        {
            if (i < first) outer *= x.Shape[i];
            else if (i <= last) reduced *= x.Shape[i];
            else inner *= x.Shape[i];
            if (i >= first && i <= last) shape = shape.With(i, 1);
        }
        Tensor y = Empty(x.Backend, shape, Floating("reduce", x));
        x.Backend.Reduce(reduction, new ReduceGeometry(outer, reduced, inner), x.Buffer, y.Buffer);
        return y;
    }

    /// <summary>With an axis moved to the end, the others in their order.</summary>
    private Tensor Moved(int axis) => Permute([.. Enumerable.Range(0, Shape.Rank).Where(i => i != axis), axis]);

    private ReadOnlySpan<int> AllAxes() => Enumerable.Range(0, Shape.Rank).ToArray();

    private Shape KeptShape(ReadOnlySpan<int> axes)
    {
        Shape shape = Shape;
        foreach (int axis in axes) shape = shape.With(axis, 1);
        return shape;
    }

    private Shape DroppedShape(ReadOnlySpan<int> axes)
    {
        Span<int> extents = stackalloc int[Shape.MaxRank];
        int count = 0, mask = 0;
        foreach (int axis in axes) mask |= 1 << Shape.Axis(axis);
        for (int i = 0; i < Shape.Rank; i++)
            if ((mask >> i & 1) == 0) extents[count++] = Shape[i];
        return new Shape(extents[..count]);
    }
}
