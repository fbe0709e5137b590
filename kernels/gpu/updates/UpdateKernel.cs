using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// An optimizer's rule on several tensors in one pass over weights, gradients and state, four elements a memory instruction. The coefficients come from
/// device memory, so that a recorded launch takes those of the day. A gate that is not finite stops the step.
/// </summary>
internal readonly struct UpdateKernel<R, T>(
    ArrayView<Coefficients<T>> coefficients, TensorBatch<UpdateViews<T>> tensors, Flag hasGate, ArrayView<double> gate) : IGpuKernel
    where R : struct, IUpdateRule where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        if (hasGate && double.IsNaN(gate[0] - gate[0])) return;
        UpdateViews<T> views = tensors.Of(Grid.IdxX);
        Coefficients<T> c = coefficients[0];
        int start = tensors.Chunk(Grid.IdxX) * UpdateViews<T>.ChunkLength, end = IntrinsicMath.Min(start + UpdateViews<T>.ChunkLength, views.Weights.IntLength);
        for (int i = start / Pack4<T>.Count + Group.IdxX; i < end / Pack4<T>.Count; i += Group.DimX) StepPack(c, views, i);
        int last = end / Pack4<T>.Count * Pack4<T>.Count + Group.IdxX;
        if (last < end) Step(c, views, last);
    }

    private static void StepPack(Coefficients<T> c, UpdateViews<T> views, int i)
    {
        Pack4<T> w = Packs(views.Weights)[i], g = Packs(views.Gradients)[i], s0 = default, s1 = default, s2 = default;
        if (R.Slots > 0) s0 = Packs(views.Slot0)[i];
        if (R.Slots > 1) s1 = Packs(views.Slot1)[i];
        if (R.Slots > 2) s2 = Packs(views.Slot2)[i];
        StepOne(c, ref w.X, g.X, ref s0.X, ref s1.X, ref s2.X);
        StepOne(c, ref w.Y, g.Y, ref s0.Y, ref s1.Y, ref s2.Y);
        StepOne(c, ref w.Z, g.Z, ref s0.Z, ref s1.Z, ref s2.Z);
        StepOne(c, ref w.W, g.W, ref s0.W, ref s1.W, ref s2.W);
        Packs(views.Weights)[i] = w;
        if (R.Slots > 0) Packs(views.Slot0)[i] = s0;
        if (R.Slots > 1) Packs(views.Slot1)[i] = s1;
        if (R.Slots > 2) Packs(views.Slot2)[i] = s2;
    }

    private static void Step(Coefficients<T> c, UpdateViews<T> views, int i)
    {
        T w = views.Weights[i], s0 = T.Zero, s1 = T.Zero, s2 = T.Zero;
        if (R.Slots > 0) s0 = views.Slot0[i];
        if (R.Slots > 1) s1 = views.Slot1[i];
        if (R.Slots > 2) s2 = views.Slot2[i];
        StepOne(c, ref w, views.Gradients[i], ref s0, ref s1, ref s2);
        views.Weights[i] = w;
        if (R.Slots > 0) views.Slot0[i] = s0;
        if (R.Slots > 1) views.Slot1[i] = s1;
        if (R.Slots > 2) views.Slot2[i] = s2;
    }

    private static void StepOne(Coefficients<T> c, ref T w, T g, ref T s0, ref T s1, ref T s2)
    {
        Slots<T> slots = new() { S0 = s0, S1 = s1, S2 = s2 };
        R.Step(in c, ref w, g, ref slots);
        (s0, s1, s2) = (slots.S0, slots.S1, slots.S2);
    }

    private static ArrayView<Pack4<T>> Packs(ArrayView<T> view) => view.Cast<Pack4<T>>();
}
