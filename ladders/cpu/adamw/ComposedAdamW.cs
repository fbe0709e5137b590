using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>The rule as one writes it with tensors: a multiplication here, an addition there, each a kernel that reads and writes whole tensors.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: a fifth of the roof of memory: 36 streams for 7. But a tensor with its state fits the second cache here, so it may be less bad. What bounds
/// it is loads and stores.</para>
/// <para>Measured: 18.2 GB/s, 20 % of the roof (AMD EPYC, 2 processors, 2026-11-27).</para>
/// </remarks>
internal readonly struct ComposedAdamW : IKernel<AdamWProblem>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(AdamWProblem p)
    {
        foreach (UpdateTarget target in p.Targets)
            if (target.Weights.Length > 0) Step(p.Single, p.Coefficients, target);
    }

    private static void Step(CpuBackend on, IReadOnlyList<double> c, UpdateTarget target)
    {
        (DeviceBuffer w, DeviceBuffer g, DeviceBuffer m, DeviceBuffer v) = (target.Weights, target.Gradients, target.Slot0!, target.Slot1!);
        int[] extents = [w.Length], steps = [1];
        LoopNest all = LoopNest.Create(extents, steps, steps);
        DeviceBuffer t = on.Allocate(DType.Float32, w.Length);
        on.Unary(new Scale(c[3]), m, m);
        on.Unary(new Scale(c[4]), g, t);
        on.Binary(new Add(), all, m, t, m);
        on.Unary(new Scale(c[5]), v, v);
        on.Unary(new Square(), g, t);
        on.Unary(new Scale(c[6]), t, t);
        on.Binary(new Add(), all, v, t, v);
        on.Unary(new Scale(c[8]), v, t);
        on.Unary(new Sqrt(), t, t);
        on.Unary(new Affine(1, c[9]), t, t);
        on.Binary(new Divide(), all, m, t, t);
        on.Unary(new Scale(c[7]), t, t);
        on.Unary(new Scale(c[2]), w, w);
        on.Binary(new Subtract(), all, w, t, w);
        on.Release(t);
    }
}
