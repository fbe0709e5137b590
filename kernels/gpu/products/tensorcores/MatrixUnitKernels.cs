namespace Catapult.Kernels.Gpu;

/// <summary>The kernels for floats where products run on matrix units.</summary>
internal sealed class MatrixUnitKernels<U>(Backend memory, Launcher launcher, Faults faults) : GpuKernels<GpuLane32>(memory, launcher, faults)
    where U : struct, IMatrixUnit
{
    /// <summary>Threads of a warp.</summary>
    public const int WarpSize = 32;

    /// <summary>Results of a warp.</summary>
    public const int WarpRows = 64, WarpColumns = 32;

    /// <inheritdoc/>
    protected override void Tiled<P, Q, L>(P left, Q right, int k, ProductTarget<GpuLane32> target)
    {
        long largeTiles = ((long)target.Rows + 127) / 128 * ((target.Columns + 127) / 128) * target.Batches;
        if (target.Columns > WarpColumns * Warps128x64.Columns && largeTiles >= Launcher.Multiprocessors) Tiled<P, Q, L, Warps128x128>(left, right, k, target);
        else if (target.Rows > WarpRows) Tiled<P, Q, L, Warps128x64>(left, right, k, target);
        else Tiled<P, Q, L, Warps64x64>(left, right, k, target);
    }

    private void Tiled<P, Q, L, W>(P left, Q right, int k, ProductTarget<GpuLane32> target)
        where P : struct, IOperand<GpuLane32> where Q : struct, IOperand<GpuLane32> where L : struct, IAccess where W : struct, IWarpTiling => Launch(
            WarpRows * W.Rows, WarpColumns * W.Columns, WarpSize * W.Rows * W.Columns, k, target,
            (config, shape, result) => Launcher.Run(config, new TensorProductKernel<P, Q, L, U, W>(left, right, shape, result)));
}
