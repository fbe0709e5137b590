using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// op(a) op(b) of matrices (M, K) and (K, N), or of batches of them with equal leading extents, or of a batch and one matrix.
    /// A transposed operand is read as it is stored; nothing is copied.
    /// </summary>
    /// <exception cref="ShapeException">The inner or the leading extents differ, or an operand has fewer than two axes.</exception>
    public static Tensor MatMul(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false)
    {
        MatMulGeometry g = Geometry(a.Shape, b.Shape, transposeA, transposeB);
        Shape lead = a.Shape.Rank >= b.Shape.Rank ? a.Shape : b.Shape;
        Tensor y = Empty(a.Backend, lead.With(-2, g.M).With(-1, g.N), Floating("matmul", a, b));
        a.Backend.MatMul(g, a.Buffer, b.Buffer, y.Buffer);
        Autograd.Record("matmul", y, [a, b], (dy, into) =>
        {
            if (into.Wants(0)) into.Set(0, (transposeA ? MatMul(b, dy, transposeB, true) : MatMul(dy, b, false, !transposeB)).SumTo(a.Shape));
            if (into.Wants(1)) into.Set(1, (transposeB ? MatMul(dy, a, true, transposeA) : MatMul(a, dy, !transposeA, false)).SumTo(b.Shape));
        });
        return y;
    }

    /// <summary>x weight' + bias: x (N, I), weight (O, I), bias (O) or none.</summary>
    public Tensor Linear(Tensor weight, Tensor? bias = null)
    {
        Tensor y = MatMul(this, weight, transposeB: true);
        return bias is null ? y : y + bias;
    }

    private static MatMulGeometry Geometry(Shape a, Shape b, bool transposeA, bool transposeB)
    {
        if (a.Rank < 2 || b.Rank < 2) throw new ShapeException("matmul", $"{a} and {b} are no matrices", "Give each operand two axes or more");
        int m = a[transposeA ? -1 : -2], ka = a[transposeA ? -2 : -1], kb = b[transposeB ? -1 : -2], n = b[transposeB ? -2 : -1];
        if (ka != kb)
            throw new ShapeException("matmul", $"the inner extents of {a}{(transposeA ? "'" : "")} and {b}{(transposeB ? "'" : "")} are {ka} and {kb}", "Make them equal, or transpose an operand");
        ReadOnlySpan<int> leadA = a.Extents[..^2], leadB = b.Extents[..^2];
        if (!leadA.IsEmpty && !leadB.IsEmpty && !leadA.SequenceEqual(leadB))
            throw new ShapeException("matmul", $"the leading extents of {a} and {b} differ", "Make them equal, or give one operand two axes");
        int batchA = 1, batchB = 1;
        foreach (int extent in leadA) batchA *= extent;
        foreach (int extent in leadB) batchB *= extent;
        return new(Math.Max(batchA, batchB), m, n, ka, transposeA, transposeB, leadA.IsEmpty ? 0 : m * ka, leadB.IsEmpty ? 0 : ka * n);
    }
}
