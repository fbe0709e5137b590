namespace Catapult.Kernels;

/// <summary>
/// Softmax or its logarithm along the middle axis of (outer, reduced, inner): the largest of a line is taken out before exponentials are taken, so
/// that none overflows. Lanes run along a contiguous line, or across neighbouring lines.
/// </summary>
internal readonly unsafe struct SoftmaxJob<E, V>(ReduceGeometry g, bool logarithm, int outerInPart, E* x, E* y) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        for (int outer = part * outerInPart, end = Math.Min(outer + outerInPart, g.Outer); outer < end; outer++)
        {
            nint start = (nint)outer * g.Reduced * g.Inner;
            if (g.Inner == 1) Line(x + start, y + start);
            else for (int i = 0; i < g.Inner; i += V.Count) Across(x + start + i, y + start + i, Math.Min(V.Count, g.Inner - i));
        }
    }

    private void Line(E* x, E* y)
    {
        int count = g.Reduced;
        V largest = V.Const(Largest(x, count)), sums = V.Zero;
        double total = 0;
        for (int i = 0; i < count; i += V.Count)
        {
            V e = V.Exp(V.LoadAtMost(x + i, count - i) - largest);
            if (i + V.Count <= count) sums += e;
            else for (int lane = 0; lane < count - i; lane++) total += V.At(e, lane);
        }
        for (int lane = 0; lane < V.Count; lane++) total += V.At(sums, lane);
        V scale = V.Const(logarithm ? Math.Log(total) : 1 / total);
        for (int i = 0; i < count; i += V.Count) V.StoreAtMost(Finish(V.LoadAtMost(x + i, count - i) - largest, scale), y + i, count - i);
    }

    private void Across(E* x, E* y, int lines)
    {
        V largest = V.Const(double.NegativeInfinity), total = V.Zero;
        nint step = g.Inner;
        for (int i = 0; i < g.Reduced; i++) largest = V.Max(largest, V.LoadAtMost(x + i * step, lines));
        for (int i = 0; i < g.Reduced; i++) total += V.Exp(V.LoadAtMost(x + i * step, lines) - largest);
        V scale = logarithm ? V.Log(total) : V.One / total;
        for (int i = 0; i < g.Reduced; i++) V.StoreAtMost(Finish(V.LoadAtMost(x + i * step, lines) - largest, scale), y + i * step, lines);
    }

    private V Finish(V shifted, V scale) => logarithm ? shifted - scale : V.Exp(shifted) * scale;

    private static double Largest(E* x, int count)
    {
        V largest = V.Const(double.NegativeInfinity);
        double result = double.NegativeInfinity;
        int i = 0;
        for (; i <= count - V.Count; i += V.Count) largest = V.Max(largest, V.Load(x + i));
        for (int lane = 0; lane < V.Count; lane++) result = Math.Max(result, V.At(largest, lane));
        for (; i < count; i++) result = Math.Max(result, V.At(V.Broadcast(x + i), 0));
        return result;
    }
}
