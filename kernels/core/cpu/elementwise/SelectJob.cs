namespace Catapult.Kernels;

/// <summary>y = mask != 0 ? a : b over one grain of elements.</summary>
internal readonly unsafe struct SelectJob<E, V>(E* mask, E* a, E* b, E* y, int length, int grain) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        for (int i = part * grain, end = Math.Min(i + grain, length); i < end; i += V.Count)
        {
            // What a last vector reads beyond the end is not stored.
            V chosen = V.Select(V.Equal(V.Load(mask + i), V.Zero), V.Load(b + i), V.Load(a + i));
            V.StoreAtMost(chosen, y + i, end - i);
        }
    }
}
