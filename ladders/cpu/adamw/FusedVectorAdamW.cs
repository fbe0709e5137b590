using System.Runtime.CompilerServices;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Ladders;

/// <summary>
/// The same loop over vectors, with the rule in the engine's words: <see cref="AdamRule"/> is written once, for any lane, and here the lane is a vector
/// of floats. The last vector of a tensor is filled up with zeros.
/// </summary>
/// <remarks>
/// <para>Changed: a vector of weights at a time; the formula is the rule that also runs on GPUs and in the tests' double precision.</para>
/// <para>Predicted: 3 times: sixteen roots and quotients for the time of two or three. The bottleneck moves to memory.</para>
/// <para>Measured: 51.9 GB/s, 58 % of the roof, 4.5 times the rung before (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly unsafe struct FusedVectorAdamW : IVectorKernel<AdamWProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<V>(AdamWProblem p) where V : struct, IVectorLane<V, float>
    {
        var c = new Coefficients<V>([.. p.Coefficients]);
        foreach (UpdateTarget target in p.Targets)
            Step(c, target.Weights.Length, CpuProblem.At(target.Weights), CpuProblem.At(target.Gradients), CpuProblem.At(target.Slot0!), CpuProblem.At(target.Slot1!));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Step<V>(in Coefficients<V> numbers, int length, float* w, float* g, float* m, float* v) where V : struct, IVectorLane<V, float>
    {
        // A copy of its own lives in registers; what is passed lives in memory.
        Coefficients<V> c = numbers;
        int whole = length - length % V.Count;
        for (int i = 0; i < whole; i += V.Count)
        {
            V weight = V.Load(w + i);
            Slots<V> slots = new() { S0 = V.Load(m + i), S1 = V.Load(v + i) };
            AdamRule.Step(in c, ref weight, V.Load(g + i), ref slots);
            V.Store(weight, w + i);
            V.Store(slots.S0, m + i);
            V.Store(slots.S1, v + i);
        }
        if (whole < length) Tail(numbers, length - whole, w + whole, g + whole, m + whole, v + whole);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Tail<V>(in Coefficients<V> c, int count, float* w, float* g, float* m, float* v) where V : struct, IVectorLane<V, float>
    {
        V weight = V.LoadPartial(w, count);
        Slots<V> slots = new() { S0 = V.LoadPartial(m, count), S1 = V.LoadPartial(v, count) };
        AdamRule.Step(in c, ref weight, V.LoadPartial(g, count), ref slots);
        V.StorePartial(weight, w, count);
        V.StorePartial(slots.S0, m, count);
        V.StorePartial(slots.S1, v, count);
    }
}
