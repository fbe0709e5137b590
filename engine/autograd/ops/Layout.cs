using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>The same elements in another shape, without a copy. One extent may be -1, to be inferred.</summary>
    /// <exception cref="ShapeException">The numbers of elements differ.</exception>
    public Tensor Reshape(params ReadOnlySpan<int> extents)
    {
        Shape shape = Inferred(extents);
        if (shape == Shape) return this;
        var y = new Tensor(Backend, shape, Buffer);
        Autograd.Record("reshape", y, [this], (g, into) => into.Set(0, g.Reshape(Shape)));
        return y;
    }

    /// <summary>The same elements in another shape, without a copy.</summary>
    public Tensor Reshape(Shape shape) => Reshape(shape.Extents);

    /// <summary>The same tensor as another node of the graph, without a copy.</summary>
    internal Tensor Alias()
    {
        Tensor y = Detach();
        Autograd.Record("alias", y, [this], (g, into) => into.Set(0, g));
        return y;
    }

    /// <summary>All axes after the first as one: (N, ...) to (N, product).</summary>
    public Tensor Flatten() => Shape.Rank == 0 ? Reshape(1, 1) : Reshape(Shape[0], Shape[0] == 0 ? 0 : Length / Shape[0]);

    /// <summary>Without an axis of extent 1.</summary>
    /// <exception cref="ShapeException">The axis has another extent.</exception>
    public Tensor Squeeze(int axis)
    {
        axis = Shape.Axis(axis);
        if (Shape[axis] != 1) throw new ShapeException("squeeze", $"axis {axis} of {Shape} has extent {Shape[axis]}", "Only axes of extent 1 can go");
        Shape without = [.. Shape.Extents[..axis], .. Shape.Extents[(axis + 1)..]];
        return Reshape(without);
    }

    /// <summary>With a new axis of extent 1 at a place; -1 puts it last.</summary>
    /// <exception cref="ShapeException">The place does not exist.</exception>
    public Tensor Unsqueeze(int axis)
    {
        int at = axis < 0 ? axis + Shape.Rank + 1 : axis;
        if (at < 0 || at > Shape.Rank) throw new ShapeException("unsqueeze", $"{Shape} has no place {axis} for an axis", $"Places run from {-Shape.Rank - 1} to {Shape.Rank}");
        Shape with = [.. Shape.Extents[..at], 1, .. Shape.Extents[at..]];
        return Reshape(with);
    }

    /// <summary>Reorders the axes: axis i of the result is axis order[i] of this tensor. One strided copy.</summary>
    /// <exception cref="ShapeException">The order names an axis twice or not at all.</exception>
    public Tensor Permute(params ReadOnlySpan<int> order)
    {
        int[] axes = order.ToArray(), extents = new int[axes.Length], strides = new int[axes.Length], inverse = new int[axes.Length];
        if (axes.Length != Shape.Rank || axes.Select(a => Shape.Axis(a)).Distinct().Count() != axes.Length)
            throw new ShapeException("permute", $"({string.Join(", ", axes)}) is no order of the axes of {Shape}", "Name every axis once");
        Dims own = Shape.Strides();
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = Shape.Axis(axes[i]);
            (extents[i], strides[i], inverse[axis]) = (Shape[axis], own[axis], i);
        }
        Tensor y = Strided(new Shape(extents), strides, 0);
        Autograd.Record("permute", y, [this], (g, into) => into.Set(0, g.Permute(inverse)));
        return y;
    }

    /// <summary>Exchanges two axes.</summary>
    public Tensor Transpose(int a, int b)
    {
        int[] order = [.. Enumerable.Range(0, Shape.Rank)];
        (order[Shape.Axis(a)], order[Shape.Axis(b)]) = (Shape.Axis(b), Shape.Axis(a));
        return Permute(order);
    }

    /// <summary>Repeats the elements along axes of extent 1 and along new leading axes.</summary>
    /// <exception cref="ShapeException">The shape does not broadcast to the target.</exception>
    public Tensor BroadcastTo(Shape shape)
    {
        if (shape == Shape) return this;
        if (Shape.Broadcast("broadcast", Shape, shape) != shape)
            throw new ShapeException("broadcast", $"{Shape} does not broadcast to {shape}", "Only axes of extent 1 stretch");
        Dims own = Shape.Strides();
        int[] strides = new int[shape.Rank];
        int lead = shape.Rank - Shape.Rank;
        for (int i = lead; i < shape.Rank; i++) strides[i] = Shape[i - lead] == 1 ? 0 : own[i - lead];
        Tensor y = Strided(shape, strides, 0);
        Autograd.Record("broadcast", y, [this], (g, into) => into.Set(0, g.SumTo(Shape)));
        return y;
    }

    /// <summary>Elements start, start + step, ... of an axis, count of them.</summary>
    /// <exception cref="ShapeException">An element lies outside of the axis.</exception>
    public Tensor Slice(int axis, int start, int count, int step = 1)
    {
        axis = Shape.Axis(axis);
        int last = start + (count - 1) * step;
        if (count < 0 || (count > 0 && (Math.Min(start, last) < 0 || Math.Max(start, last) >= Shape[axis])))
            throw new ShapeException("slice", $"elements {start}, {start + step}, ... ({count}) lie outside of axis {axis} of {Shape}", "Choose start, count and step inside the axis");
        Dims own = Shape.Strides();
        int[] strides = [.. ((ReadOnlySpan<int>)own)[..Shape.Rank]];
        int offset = start * strides[axis];
        strides[axis] *= step;
        Tensor y = Strided(Shape.With(axis, count), strides, offset);
        Autograd.Record("slice", y, [this], (g, into) => into.Set(0, g.Place(Shape, axis, start, step)));
        return y;
    }

    /// <summary>Zeros before and after along an axis.</summary>
    public Tensor Pad(int axis, int before, int after)
    {
        if (before < 0 || after < 0) throw new ShapeException("pad", $"padding ({before}, {after}) is negative", "Use Slice to crop");
        return Place(Shape.With(axis, before + Shape[axis] + after), Shape.Axis(axis), before, 1);
    }

    /// <summary>Joins tensors along an axis; all other extents must agree.</summary>
    /// <exception cref="ShapeException">No tensors, or extents that differ.</exception>
    public static Tensor Concat(int axis, params ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.IsEmpty) throw new ShapeException("concat", "there are no tensors", "Give at least one");
        Tensor[] parts = tensors.ToArray();
        axis = parts[0].Shape.Axis(axis);
        foreach (Tensor part in parts)
        {
            if (part.Shape.Rank != parts[0].Shape.Rank || part.Shape.With(axis, 1) != parts[0].Shape.With(axis, 1))
                throw new ShapeException("concat", $"{part.Shape} and {parts[0].Shape} differ outside of axis {axis}", "Make the other extents equal");
            if (part.Type != parts[0].Type) throw new ArgumentException($"concat: the element types {parts[0].Type} and {part.Type} differ. Convert one of them with To.");
        }
        Tensor y = Empty(parts[0].Backend, parts[0].Shape.With(axis, parts.Sum(part => part.Shape[axis])), parts[0].Type);
        int start = 0;
        foreach (Tensor part in parts)
        {
            part.CopyInto(y, axis, start, 1);
            start += part.Shape[axis];
        }
        Autograd.Record("concat", y, parts, (g, into) =>
        {
            int from = 0;
            for (int i = 0; i < parts.Length; from += parts[i++].Shape[axis])
                if (into.Wants(i)) into.Set(i, g.Slice(axis, from, parts[i].Shape[axis]));
        });
        return y;
    }

    /// <summary>The adjoint of <see cref="Slice"/>: this tensor's elements at start, start + step, ... of an axis of a tensor of zeros.</summary>
    private Tensor Place(Shape shape, int axis, int start, int step)
    {
        Tensor y = Zeros(Backend, shape, Type);
        CopyInto(y, axis, start, step);
        Autograd.Record("place", y, [this], (g, into) => into.Set(0, g.Slice(axis, start, Shape[axis], step)));
        return y;
    }

    private void CopyInto(Tensor y, int axis, int start, int step)
    {
        Dims own = Shape.Strides(), target = y.Shape.Strides();
        int offset = start * target[axis], rank = Shape.Rank;
        target[axis] *= step;
        Backend.Copy(LoopNest.Create(Shape.Extents, ((ReadOnlySpan<int>)own)[..rank], ((ReadOnlySpan<int>)target)[..rank], 0, offset), Buffer, y.Buffer);
    }

    private Tensor Strided(Shape shape, ReadOnlySpan<int> strides, int offset)
    {
        Tensor y = Empty(Backend, shape, Type);
        Dims target = shape.Strides();
        Backend.Copy(LoopNest.Create(shape.Extents, strides, ((ReadOnlySpan<int>)target)[..shape.Rank], offset), Buffer, y.Buffer);
        return y;
    }

    private Shape Inferred(ReadOnlySpan<int> extents)
    {
        int free = extents.IndexOf(-1), known = 1;
        foreach (int extent in extents)
            if (extent != -1) known *= extent;
        Span<int> full = stackalloc int[extents.Length];
        extents.CopyTo(full);
        if (free >= 0) full[free] = known == 0 ? 0 : Length / known;
        var shape = new Shape(full);
        return shape.Size == Length
            ? shape
            : throw new ShapeException("reshape", $"{Shape} has {Length} elements, {shape} has {shape.Size}", "Keep the number of elements");
    }
}
