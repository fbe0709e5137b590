using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>The same tree from the other end: the first half of the threads adds the second half, so that whole warps end, and neighbours read neighbours.</summary>
/// <remarks>
/// <para>Changed: distances halve in the place of doubling; each thread adds two elements while it loads them.</para>
/// <para>Predicted: 3 times: half of the groups, no idle threads among busy ones, and no remainder. The bottleneck is the barriers of the last rounds, in which
/// one warp works.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuSequentialSum(ArrayView<float> x, int length, ArrayView<float> y) : IGpuRung<GpuSumProblem>
{
    public static void Launch(GpuSumProblem p) => p.Levels(
        2 * p.Launcher.GroupSize, (from, length, to, groups) => p.Launcher.Run(new KernelConfig(groups, p.Launcher.GroupSize), new GpuSequentialSum(from, length, to)));

    public void Run()
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(Launcher.LargestGroup);
        int thread = Group.IdxX, i = Grid.IdxX * 2 * Group.DimX + thread;
        float sum = i < length ? x[i] : 0f;
        if (i + Group.DimX < length) sum += x[i + Group.DimX];
        shared[thread] = sum;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (thread < half) shared[thread] += shared[thread + half];
            Group.Barrier();
        }
        if (thread == 0) y[Grid.IdxX] = shared[0];
    }
}
