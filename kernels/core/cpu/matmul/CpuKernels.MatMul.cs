namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    private const int PanelsInPart = 8;

    // Elements of the right operand that are packed at a time: 16 MiB of floats, and few when a long, narrow operand fills a small part of its panels.
    private const int MostPacked = 1 << 22;

    /// <inheritdoc/>
    public override void MatMul(MatMulGeometry geometry, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        if (y.Length == 0) return;
        if (geometry.K == 0) new Span<E>(At(y), y.Length).Clear();
        else MatMul(geometry, At(a), At(b), At(y));
    }

    /// <summary>The product of matrices that are not empty and lie anywhere.</summary>
    internal void MatMul(MatMulGeometry geometry, E* a, E* b, E* y)
    {
        int width = MatMulTile<E, V>.Columns, panels = Parts(geometry.N, width);
        var blocking = new MatMulBlocking(geometry.M, geometry.N, MatMulTile<E, V>.Rows, width);
        int stretch = Math.Max(1, MostPacked / (panels * width) / MatMulBlocking.Depth) * MatMulBlocking.Depth;
        using var right = new Scratch<E>(pool, panels * width * Math.Min(stretch, geometry.K));
        for (int batch = 0; batch < geometry.Batch; batch++)
        {
            E* aMatrix = a + (nint)batch * geometry.BatchStrideA, bMatrix = b + (nint)batch * geometry.BatchStrideB, yMatrix = y + (nint)batch * geometry.M * geometry.N;
            for (int start = 0; start < geometry.K; start += stretch)
            {
                var problem = new MatMulProblem<E>(geometry, panels * width, aMatrix, bMatrix, yMatrix) { Start = start, End = Math.Min(start + stretch, geometry.K) };
                workers.Run(Parts(panels, PanelsInPart), new PackRightJob<E, V>(problem, PanelsInPart, right.Pointer));
                workers.Run(blocking.Count, new MatMulBlockJob<E, V>(problem, blocking, right.Pointer));
            }
        }
    }
}
