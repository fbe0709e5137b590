using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Applies an update rule to some chunks, one pass over weights, gradients and state.</summary>
internal readonly unsafe struct UpdateJob<R, E, V>(Coefficients<V> coefficients, UpdateChunk<E>* chunks, int* partStarts) : IJob
    where R : struct, IUpdateRule where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        for (int i = partStarts[part]; i < partStarts[part + 1]; i++) Update(ref chunks[i]);
    }

    private void Update(ref UpdateChunk<E> chunk)
    {
        Coefficients<V> c = coefficients;
        E* w = chunk.Weights, g = chunk.Gradients, s0 = chunk.Slot0, s1 = chunk.Slot1, s2 = chunk.Slot2;
        int i = 0, length = chunk.Length;
        for (; i <= length - V.Count; i += V.Count)
        {
            V weight = V.Load(w + i);
            Slots<V> slots = default;
            if (R.Slots > 0) slots.S0 = V.Load(s0 + i);
            if (R.Slots > 1) slots.S1 = V.Load(s1 + i);
            if (R.Slots > 2) slots.S2 = V.Load(s2 + i);
            R.Step(in c, ref weight, V.Load(g + i), ref slots);
            V.Store(weight, w + i);
            if (R.Slots > 0) V.Store(slots.S0, s0 + i);
            if (R.Slots > 1) V.Store(slots.S1, s1 + i);
            if (R.Slots > 2) V.Store(slots.S2, s2 + i);
        }
        if (i < length) Tail(ref chunk, i, length - i);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Tail(ref UpdateChunk<E> chunk, int i, int count)
    {
        V weight = V.LoadPartial(chunk.Weights + i, count);
        Slots<V> slots = default;
        if (R.Slots > 0) slots.S0 = V.LoadPartial(chunk.Slot0 + i, count);
        if (R.Slots > 1) slots.S1 = V.LoadPartial(chunk.Slot1 + i, count);
        if (R.Slots > 2) slots.S2 = V.LoadPartial(chunk.Slot2 + i, count);
        R.Step(in coefficients, ref weight, V.LoadPartial(chunk.Gradients + i, count), ref slots);
        V.StorePartial(weight, chunk.Weights + i, count);
        if (R.Slots > 0) V.StorePartial(slots.S0, chunk.Slot0 + i, count);
        if (R.Slots > 1) V.StorePartial(slots.S1, chunk.Slot1 + i, count);
        if (R.Slots > 2) V.StorePartial(slots.S2, chunk.Slot2 + i, count);
    }
}
