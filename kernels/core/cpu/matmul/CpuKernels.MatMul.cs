namespace Catapult.Kernels;

internal sealed unsafe partial class CpuKernels<E, V>
{
    private const int PanelsInPart = 8;

    /// <inheritdoc/>
    public override void MatMul(MatMulGeometry geometry, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        if (y.Length == 0) return;
        if (geometry.K == 0) new Span<E>(At(y), y.Length).Clear();
        else MatMul(geometry, At(a), At(b), At(y));
    }

    private void MatMul(MatMulGeometry geometry, E* a, E* b, E* y)
    {
        int width = MatMulTile<E, V>.Columns, panels = Parts(geometry.N, width);
        var blocking = new MatMulBlocking(geometry.M, geometry.N, MatMulTile<E, V>.Rows, width);
        using var right = new Scratch<E>(pool, checked(panels * width * geometry.K));
        for (int batch = 0; batch < geometry.Batch; batch++)
        {
            E* aMatrix = a + (nint)batch * geometry.BatchStrideA, bMatrix = b + (nint)batch * geometry.BatchStrideB, yMatrix = y + (nint)batch * geometry.M * geometry.N;
            var problem = new MatMulProblem<E>(geometry, panels * width, aMatrix, bMatrix, yMatrix);
            workers.Run(Parts(panels, PanelsInPart), new PackRightJob<E, V>(problem, PanelsInPart, right.Pointer));
            workers.Run(blocking.Count, new MatMulBlockJob<E, V>(problem, blocking, right.Pointer));
        }
    }
}
