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
        var blocking = new MatMulBlocking(geometry.M, geometry.N, width);
        using var right = new Scratch<E>(pool, panels * width * Math.Min(geometry.K, MatMulBlocking.Depth));
        for (int batch = 0; batch < geometry.Batch; batch++)
        {
            var problem = new MatMulProblem<E>(
                geometry, a + (nint)batch * geometry.BatchStrideA, b + (nint)batch * geometry.BatchStrideB, y + (nint)batch * geometry.M * geometry.N);
            for (int slice = 0; slice < geometry.K; slice += MatMulBlocking.Depth)
            {
                int depth = Math.Min(MatMulBlocking.Depth, geometry.K - slice);
                workers.Run(Parts(panels, PanelsInPart), new PackRightJob<E, V>(problem, slice, depth, PanelsInPart, right.Pointer));
                workers.Run(blocking.Blocks, new MatMulBlockJob<E, V>(problem, blocking, slice, depth, right.Pointer));
            }
        }
    }
}
