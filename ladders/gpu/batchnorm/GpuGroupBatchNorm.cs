using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>A group for each channel: its threads share the rows and put their sums together in shared memory.</summary>
/// <remarks>
/// <para>Changed: rows are shared out among the threads of a group.</para>
/// <para>Predicted: 20 times: 256 threads a channel. But a warp reads 32 rows of one channel, four bytes of each line. The bottleneck is memory transactions.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuGroupBatchNorm(int rows, int channels, float epsilon, ArrayView<float> x, ArrayView<float> gamma, ArrayView<float> beta, ArrayView<float> y) : IGpuRung<GpuBatchNormProblem>
{
    public static void Launch(GpuBatchNormProblem p) => p.Launcher.Run(
        new KernelConfig(p.Channels, p.Launcher.GroupSize), new GpuGroupBatchNorm(p.Rows, p.Channels, p.Epsilon, p.X, p.Gamma, p.Beta, p.Y));

    public void Run()
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(Launcher.LargestGroup);
        int c = Grid.IdxX;
        float sum = 0, squares = 0;
        for (int row = Group.IdxX; row < rows; row += Group.DimX) sum += x[row * channels + c];
        float mean = SumOfGroup(shared, sum) / rows;
        for (int row = Group.IdxX; row < rows; row += Group.DimX) squares += (x[row * channels + c] - mean) * (x[row * channels + c] - mean);
        float scale = gamma[c] / MathF.Sqrt(SumOfGroup(shared, squares) / rows + epsilon), shift = beta[c] - mean * scale;
        for (int row = Group.IdxX; row < rows; row += Group.DimX)
        {
            float z = x[row * channels + c] * scale + shift;
            y[row * channels + c] = z > 0f ? z : 0f;
        }
    }

    private static float SumOfGroup(ArrayView<float> shared, float share)
    {
        // Whoever still reads the result of the sum before must have done so.
        Group.Barrier();
        shared[Group.IdxX] = share;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half) shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }
        return shared[0];
    }
}
