using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// op(a) op(b) of matrices (M, K) and (K, N), or of batches of them, whose leading axes broadcast. A transposed operand is read as it is stored.
    /// Only a batch that is to be repeated along some of its axes is copied.
    /// </summary>
    /// <exception cref="ShapeException">The inner extents differ, the leading ones do not broadcast, or an operand has fewer than two axes.</exception>
    public static Tensor MatMul(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false)
    {
        if (a.Shape.Rank > 2 && b.Shape.Rank == 2 && !transposeA)
        {
            Shape rows = a.Shape.With(-1, b.Shape[transposeB ? 0 : 1]);
            return MatMul(a.Reshape(a.Shape.With(-1, 1).Size, a.Shape[-1]), b, transposeB: transposeB).Reshape(rows);
        }
        (a, b) = Aligned(a, b);
        MatMulGeometry g = Geometry(a.Shape, b.Shape, transposeA, transposeB);
        Shape longer = a.Shape.Rank >= b.Shape.Rank ? a.Shape : b.Shape;
        Tensor y = Empty(a.Backend, longer.With(-2, g.M).With(-1, g.N), Floating("matmul", a, b));
        a.Backend.MatMul(g, a.Buffer, b.Buffer, y.Buffer);
        Autograd.Record("matmul", y, [a, b], (dy, into) =>
        {
            if (into.Wants(0)) into.Set(0, (transposeA ? MatMul(b, dy, transposeB, true) : MatMul(dy, b, false, !transposeB)).SumTo(a.Shape));
            if (into.Wants(1)) into.Set(1, (transposeB ? MatMul(dy, a, true, transposeA) : MatMul(a, dy, !transposeA, false)).SumTo(b.Shape));
        });
        return y;
    }

    /// <summary>x weight' + bias: x (..., I), weight (O, I), bias (O) or none.</summary>
    public Tensor Linear(Tensor weight, Tensor? bias = null)
    {
        Tensor y = MatMul(this, weight, transposeB: true);
        return bias is null ? y : y + bias;
    }

    /// <summary>Repeats batches until their leading axes are equal; a single matrix needs no repeating.</summary>
    private static (Tensor A, Tensor B) Aligned(Tensor a, Tensor b)
    {
        if (a.Shape.Rank <= 2 || b.Shape.Rank <= 2 || a.Shape.Extents[..^2].SequenceEqual(b.Shape.Extents[..^2])) return (a, b);
        Shape lead = Shape.Broadcast("matmul", new Shape(a.Shape.Extents[..^2]), new Shape(b.Shape.Extents[..^2]));
        return (a.BroadcastTo([.. lead, .. a.Shape.Extents[^2..]]), b.BroadcastTo([.. lead, .. b.Shape.Extents[^2..]]));
    }

    private static MatMulGeometry Geometry(Shape a, Shape b, bool transposeA, bool transposeB)
    {
        if (a.Rank < 2 || b.Rank < 2) throw new ShapeException("matmul", $"{a} and {b} are no matrices", "Give each operand two axes or more");
        int m = a[transposeA ? -1 : -2], ka = a[transposeA ? -2 : -1], kb = b[transposeB ? -1 : -2], n = b[transposeB ? -2 : -1];
        if (ka != kb)
            throw new ShapeException("matmul", $"the inner extents of {a}{(transposeA ? "'" : "")} and {b}{(transposeB ? "'" : "")} are {ka} and {kb}", "Make them equal, or transpose an operand");
        ReadOnlySpan<int> leadA = a.Extents[..^2], leadB = b.Extents[..^2];
        int batchA = 1, batchB = 1;
        foreach (int extent in leadA) batchA *= extent;
        foreach (int extent in leadB) batchB *= extent;
        return new(leadA.IsEmpty ? batchB : batchA, m, n, ka, transposeA, transposeB, leadA.IsEmpty ? 0 : m * ka, leadB.IsEmpty ? 0 : ka * n);
    }
}
