namespace Catapult.Kernels;

/// <summary>y = f(x) over one grain of elements.</summary>
internal readonly unsafe struct UnaryJob<O, E, V>(O f, E* x, E* y, int length, int grain) : IJob
    where O : struct, IUnary where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int i = part * grain, end = Math.Min(i + grain, length);
        for (; i <= end - V.Count; i += V.Count) V.Store(f.F(V.Load(x + i)), y + i);
        if (i < end) V.StorePartial(f.F(V.LoadPartial(x + i, end - i)), y + i, end - i);
    }
}
