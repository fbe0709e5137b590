using ILGPU;

namespace Catapult.Ladders;

/// <summary>A group turns a square of 16 x 16 elements in shared memory: it reads rows of x and writes rows of y, both along memory.</summary>
/// <remarks>
/// <para>Changed: elements go through a square in shared memory, whose columns are read.</para>
/// <para>Predicted: 2 times: both sides now move whole sectors of memory. The bottleneck is shared memory: sixteen elements of a column lie in two banks of 32.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuTiledTranspose<S>(int rows, int columns, ArrayView<float> x, ArrayView<float> y) : IGpuRung<GpuTransposeProblem> where S : struct, ISide
{
    public static void Launch(GpuTransposeProblem p)
    {
        if (p.HasLargeGroups) Launch<Side16>(p);
        else Launch<Side8>(p);
    }

    public void Run()
    {
        ArrayView<float> tile = SharedMemory.Allocate<float>(S.Length * S.Length);
        int r = Group.IdxX / S.Length, c = Group.IdxX % S.Length, top = Grid.IdxY * S.Length, left = Grid.IdxX * S.Length;
        if (top + r < rows && left + c < columns) tile[r * S.Length + c] = x[(top + r) * columns + left + c];
        Group.Barrier();
        if (left + r < columns && top + c < rows) y[(left + r) * rows + top + c] = tile[c * S.Length + r];
    }

    private static void Launch<T>(GpuTransposeProblem p) where T : struct, ISide => p.Launcher.Run(
        new KernelConfig(new Index3D(GpuProblem.Parts(p.Columns, T.Length), GpuProblem.Parts(p.Rows, T.Length), 1), new Index3D(T.Length * T.Length, 1, 1)),
        new GpuTiledTranspose<T>(p.Rows, p.Columns, p.X, p.Y));
}
