using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>
/// The last rounds without shared memory: the threads of a warp hand each other their registers, one instruction a round, and need no barrier. Where a device
/// has no such instruction, all rounds go by shared memory.
/// </summary>
/// <remarks>
/// <para>Changed: from a warp's width down, sums are exchanged in registers.</para>
/// <para>Predicted: 1.3 times: three barriers in the place of eight. The bottleneck is the groups themselves: each comes, loads two elements a thread, and goes.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuShuffleSum<X>(ArrayView<float> x, int length, ArrayView<float> y) : IGpuRung<GpuSumProblem> where X : struct, IExchange
{
    public static void Launch(GpuSumProblem p)
    {
        if (p.Launcher.HasShuffles) Launch<WarpExchange>(p);
        else Launch<NoExchange>(p);
    }

    public void Run()
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(Launcher.LargestGroup);
        int thread = Group.IdxX, i = Grid.IdxX * 2 * Group.DimX + thread, half = Group.DimX / 2;
        float sum = i < length ? x[i] : 0f;
        if (i + Group.DimX < length) sum += x[i + Group.DimX];
        for (; half >= X.Reach; half /= 2)
        {
            // No thread writes a place that another may still be reading: those of earlier rounds lie further on.
            if (thread < 2 * half) shared[thread] = sum;
            Group.Barrier();
            if (thread < half) sum += shared[thread + half];
        }
        for (; half > 0; half /= 2) sum += X.Ahead(sum, half);
        if (thread == 0) y[Grid.IdxX] = sum;
    }

    private static void Launch<E>(GpuSumProblem p) where E : struct, IExchange => p.Levels(
        2 * p.Launcher.GroupSize, (from, length, to, groups) => p.Launcher.Run(new KernelConfig(groups, p.Launcher.GroupSize), new GpuShuffleSum<E>(from, length, to)));
}
