using ILGPU;

namespace Catapult.Ladders;

/// <summary>A group of 16 x 16 threads brings a square of a and one of b into shared memory, and every element there serves sixteen threads.</summary>
/// <remarks>
/// <para>Changed: loads go to shared memory first, a square at a time, between two barriers.</para>
/// <para>Predicted: 1.5 times: a sixteenth of the reads of global memory, most of which the caches served before. The bottleneck moves to shared memory: still two
/// loads for each multiply-add.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuSharedTileMatMul<S>(int m, int n, int k, ArrayView<float> a, ArrayView<float> b, ArrayView<float> y) : IGpuRung<GpuMatMulProblem> where S : struct, ISide
{
    public static void Launch(GpuMatMulProblem p)
    {
        if (p.HasLargeGroups) Launch<Side16>(p);
        else Launch<Side8>(p);
    }

    public void Run()
    {
        int row = Grid.IdxX * S.Length + Group.IdxX / S.Length, column = Grid.IdxY * S.Length + Group.IdxX % S.Length;
        int r = Group.IdxX / S.Length, c = Group.IdxX % S.Length;
        ArrayView<float> left = SharedMemory.Allocate<float>(S.Length * S.Length), right = SharedMemory.Allocate<float>(S.Length * S.Length);
        float sum = 0;
        for (int d = 0; d < k; d += S.Length)
        {
            left[r * S.Length + c] = row < m && d + c < k ? a[row * k + d + c] : 0f;
            right[r * S.Length + c] = d + r < k && column < n ? b[(d + r) * n + column] : 0f;
            Group.Barrier();
            for (int i = 0; i < S.Length; i++) sum += left[r * S.Length + i] * right[i * S.Length + c];
            Group.Barrier();
        }
        if (row < m && column < n) y[row * n + column] = sum;
    }

    private static void Launch<T>(GpuMatMulProblem p) where T : struct, ISide => p.Launcher.Run(
        new KernelConfig(new Index3D(GpuProblem.Parts(p.M, T.Length), GpuProblem.Parts(p.N, T.Length), 1), new Index3D(T.Length * T.Length, 1, 1)),
        new GpuSharedTileMatMul<T>(p.M, p.N, p.K, p.A, p.B, p.Y));
}
