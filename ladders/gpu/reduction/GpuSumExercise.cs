using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>The reader's own rung. It is right, and as it stands one group sums everything: one launch and one tree, on one multiprocessor.</summary>
/// <remarks>
/// <para>Changed: a single group whose threads stride over all elements.</para>
/// <para>Predicted: 0.02 times the grid: an H200 has 132 multiprocessors, and one of them cannot wait for enough loads at once to fill even its own share.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuSumExercise(ArrayView<float> x, int length, ArrayView<float> y) : IGpuRung<GpuSumProblem>
{
    public static void Launch(GpuSumProblem p) => p.Launcher.Run(new KernelConfig(1, p.Launcher.GroupSize), new GpuSumExercise(p.X, p.Length, p.Y));

    public void Run()
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(Launcher.LargestGroup);
        float sum = 0;
        for (int i = Group.IdxX; i < length; i += Group.DimX) sum += x[i];
        shared[Group.IdxX] = sum;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half) shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }
        if (Group.IdxX == 0) y[0] = shared[0];
    }
}
