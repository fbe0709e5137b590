using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// Elements along an axis by index: y[i, j, k] = x[i, indices[i, j, k], k] for axis 1. Gradients of an element that is taken several times add up.
    /// </summary>
    /// <param name="axis">The axis along which the indices choose.</param>
    /// <param name="indices">Int32, of this tensor's shape but for the axis.</param>
    /// <exception cref="ShapeException">The shapes differ outside of the axis, or the indices are not Int32.</exception>
    /// <exception cref="InputException">An index is outside of the axis.</exception>
    public Tensor Gather(int axis, Tensor indices)
    {
        axis = Shape.Axis(axis);
        if (indices.Type != DType.Int32 || indices.Shape.Rank != Shape.Rank || indices.Shape.With(axis, 1) != Shape.With(axis, 1))
            throw new ShapeException("gather", $"indices {indices} do not fit {this} along axis {axis}", "Indices are Int32 and have the tensor's extents outside of the axis");
        int[] places = indices.ToArray<int>();
        IndexErrors.ThrowIfOutOfRange("gather", places, Shape[axis]);
        ReduceGeometry line = Line(axis);
        int block = indices.Shape[axis] * line.Inner;
        for (int i = 0; i < places.Length; i++) places[i] = (i / block * line.Reduced + places[i]) * line.Inner + i % line.Inner;
        return GatherRows(this, From(Backend, places, indices.Shape), indices.Shape, line.Outer, 1);
    }

    /// <summary>Rows of a table (V, D) by index: indices (...) of type Int32 give (..., D). Gradients of a row that is taken several times add up.</summary>
    /// <exception cref="ShapeException">The table is no matrix, or the indices are not Int32.</exception>
    /// <exception cref="InputException">An index is outside 0 .. V-1.</exception>
    public static Tensor Embedding(Tensor table, Tensor indices)
    {
        if (table.Shape.Rank != 2 || indices.Type != DType.Int32)
            throw new ShapeException("embedding", $"table {table} and indices {indices} do not fit", "The table is (V, D), indices are Int32");
        return GatherRows(table, indices, [.. indices.Shape, table.Shape[1]], 1, table.Shape[1]);
    }

    /// <summary>Class indices (...) of type Int32 as (..., classes): 1 at the index, 0 elsewhere; without a gradient.</summary>
    /// <exception cref="InputException">An index is outside 0 .. classes-1.</exception>
    public Tensor OneHot(int classes, DType type = DType.Float32)
    {
        int[] indices = ToArray<int>();
        IndexErrors.ThrowIfOutOfRange("one_hot", indices, classes);
        double[] values = new double[indices.Length * classes];
        for (int i = 0; i < indices.Length; i++) values[i * classes + indices[i]] = 1;
        return From(Backend, values, [.. Shape, classes]).To(type);
    }

    /// <summary>Rows of <paramref name="width"/> neighbours by place; the places come in blocks that point into equal shares of x.</summary>
    private static Tensor GatherRows(Tensor x, Tensor places, Shape shape, int blocks, int width)
    {
        Tensor y = Empty(x.Backend, shape, Floating("gather", x));
        if (shape.Size > 0) x.Backend.Gather(width, x.Buffer, places.Buffer, y.Buffer);
        Autograd.Record("gather", y, [x], (g, into) => into.Set(0, ScatterAdd(g, places, x.Shape, blocks, width)));
        return y;
    }

    /// <summary>The adjoint of <see cref="GatherRows"/>.</summary>
    private static Tensor ScatterAdd(Tensor dy, Tensor places, Shape shape, int blocks, int width)
    {
        Tensor dx = dy.Length == 0 ? Zeros(dy.Backend, shape, dy.Type) : Empty(dy.Backend, shape, dy.Type);
        if (dy.Length > 0) dy.Backend.ScatterAdd(blocks, width, dy.Buffer, places.Buffer, dx.Buffer);
        Autograd.Record("scatter_add", dx, [dy], (g, into) => into.Set(0, GatherRows(g, places, dy.Shape, blocks, width)));
        return dx;
    }
}
