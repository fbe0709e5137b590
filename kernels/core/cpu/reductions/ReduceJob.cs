namespace Catapult.Kernels;

/// <summary>
/// Folds blocks of the middle axis: partial (outer, blocks, inner) from x (outer, reduced, inner). The blocks are cut by size alone,
/// so the order of every sum is fixed.
/// </summary>
internal readonly unsafe struct ReduceJob<R, E, V>(R reduction, ReduceGeometry geometry, int block, int blocks, int unitsInPart, E* x, E* partial) : IJob
    where R : struct, IReduction where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int units = geometry.Outer * blocks;
        for (int unit = part * unitsInPart, end = Math.Min(unit + unitsInPart, units); unit < end; unit++)
        {
            (int outer, int index) = Math.DivRem(unit, blocks);
            int first = index * block, rows = Math.Min(block, geometry.Reduced - first);
            E* from = x + ((nint)outer * geometry.Reduced + first) * geometry.Inner, to = partial + (nint)unit * geometry.Inner;
            if (geometry.Inner == 1) Row(from, rows, to);
            else Columns(from, rows, to);
        }
    }

    /// <summary>One contiguous run into one element, over four chains of vectors.</summary>
    private void Row(E* x, int count, E* y)
    {
        V identity = reduction.Identity<V>(), s0 = identity, s1 = identity, s2 = identity, s3 = identity;
        int i = 0;
        for (; i <= count - 4 * V.Count; i += 4 * V.Count)
        {
            s0 = reduction.Combine(s0, V.Load(x + i));
            s1 = reduction.Combine(s1, V.Load(x + i + V.Count));
            s2 = reduction.Combine(s2, V.Load(x + i + 2 * V.Count));
            s3 = reduction.Combine(s3, V.Load(x + i + 3 * V.Count));
        }
        for (; i <= count - V.Count; i += V.Count) s0 = reduction.Combine(s0, V.Load(x + i));
        Lane64 total = Across(reduction.Combine(reduction.Combine(s0, s1), reduction.Combine(s2, s3)));
        for (; i < count; i++) total = reduction.Combine(total, new Lane64(V.At(V.Broadcast(x + i), 0)));
        V.StorePartial(V.Const(total.Value), y, 1);
    }

    private Lane64 Across(V vector)
    {
        Lane64 total = reduction.Identity<Lane64>();
        for (int i = 0; i < V.Count; i++) total = reduction.Combine(total, new Lane64(V.At(vector, i)));
        return total;
    }

    /// <summary>Rows of <c>Inner</c> elements into one row.</summary>
    private void Columns(E* x, int rows, E* y)
    {
        int inner = geometry.Inner, i = 0;
        for (; i <= inner - V.Count; i += V.Count)
        {
            V total = reduction.Identity<V>();
            for (int row = 0; row < rows; row++) total = reduction.Combine(total, V.Load(x + (nint)row * inner + i));
            V.Store(total, y + i);
        }
        if (i == inner) return;
        V tail = reduction.Identity<V>();
        for (int row = 0; row < rows; row++) tail = reduction.Combine(tail, V.LoadPartial(x + (nint)row * inner + i, inner - i));
        V.StorePartial(tail, y + i, inner - i);
    }
}
