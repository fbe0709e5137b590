using ILGPU;

namespace Catapult.Ladders;

/// <summary>The same square with one element of room behind each row, so that the elements of a column lie in different banks.</summary>
/// <remarks>
/// <para>Changed: rows of the square are 17 apart in the place of 16.</para>
/// <para>Predicted: 1.2 times: a column is read at once in the place of eight turns. The bottleneck is memory.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuPaddedTranspose<S>(int rows, int columns, ArrayView<float> x, ArrayView<float> y) : IGpuRung<GpuTransposeProblem> where S : struct, ISide
{
    private static int Pitch => S.Length + 1;

    public static void Launch(GpuTransposeProblem p)
    {
        if (p.HasLargeGroups) Launch<Side16>(p);
        else Launch<Side8>(p);
    }

    public void Run()
    {
        ArrayView<float> tile = SharedMemory.Allocate<float>((S.Length + 1) * S.Length);
        int r = Group.IdxX / S.Length, c = Group.IdxX % S.Length, top = Grid.IdxY * S.Length, left = Grid.IdxX * S.Length;
        if (top + r < rows && left + c < columns) tile[r * Pitch + c] = x[(top + r) * columns + left + c];
        Group.Barrier();
        if (left + r < columns && top + c < rows) y[(left + r) * rows + top + c] = tile[c * Pitch + r];
    }

    private static void Launch<T>(GpuTransposeProblem p) where T : struct, ISide => p.Launcher.Run(
        new KernelConfig(new Index3D(GpuProblem.Parts(p.Columns, T.Length), GpuProblem.Parts(p.Rows, T.Length), 1), new Index3D(T.Length * T.Length, 1, 1)),
        new GpuPaddedTranspose<T>(p.Rows, p.Columns, p.X, p.Y));
}
