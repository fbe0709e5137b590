using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>A tree in shared memory: in round s every 2s-th thread adds its neighbour s further on. A group leaves one sum, and the sums are summed alike.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: 15 % of the roof: after the first round half of the threads of every warp idle, then three quarters, while all warps go on. The bottleneck is
/// instructions, a division's remainder in each round among them.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuInterleavedSum(ArrayView<float> x, int length, ArrayView<float> y) : IGpuRung<GpuSumProblem>
{
    public static void Launch(GpuSumProblem p) => p.Levels(
        p.Launcher.GroupSize, (from, length, to, groups) => p.Launcher.Run(new KernelConfig(groups, p.Launcher.GroupSize), new GpuInterleavedSum(from, length, to)));

    public void Run()
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(Launcher.LargestGroup);
        int thread = Group.IdxX, i = Grid.IdxX * Group.DimX + thread;
        shared[thread] = i < length ? x[i] : 0f;
        Group.Barrier();
        for (int apart = 1; apart < Group.DimX; apart *= 2)
        {
            if (thread % (2 * apart) == 0) shared[thread] += shared[thread + apart];
            Group.Barrier();
        }
        if (thread == 0) y[Grid.IdxX] = shared[0];
    }
}
