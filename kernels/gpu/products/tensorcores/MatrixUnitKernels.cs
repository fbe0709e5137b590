using ILGPU;
using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>The kernels for floats where products run on matrix units: through a pipeline where operands lie in packs, else one by one.</summary>
/// <typeparam name="U">The unit.</typeparam>
/// <typeparam name="V">The same with asynchronous copies.</typeparam>
internal sealed class MatrixUnitKernels<U, V>(Backend memory, Launcher launcher, Faults faults) : GpuKernels<GpuLane32>(memory, launcher, faults)
    where U : struct, IMatrixUnit where V : struct, IPipelinedUnit<NamedSums>
{
    private const int WarpSize = 32, WarpRows = 64, WarpColumns = 32;

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
            (config, shape, result) =>
            {
                if (typeof(L) == typeof(WideAccess))
                    Launcher.Run(config, new PipelinedProductKernel<P, Q, V, NamedSums, W>(
                        left, right, Address(left.View), Address(right.View), Address(result.View), shape, result));
                else Launcher.Run(config, new TensorProductKernel<P, Q, L, U, W>(left, right, shape, result));
            });

    private static long Address(ArrayView<GpuLane32> view) => view.LoadEffectiveAddressAsPtr();
}
