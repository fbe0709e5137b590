using ILGPU;

namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    /// <inheritdoc/>
    public override void Reduce<R>(R reduction, ReduceGeometry geometry, DeviceBuffer x, DeviceBuffer y) =>
        Fold<ReduceFold<R, T>, T>(geometry, new(reduction, geometry.Reduced, geometry.Inner, At(x), At(y)));

    /// <inheritdoc/>
    public override void ArgMax(int rows, int columns, DeviceBuffer x, DeviceBuffer indices) =>
        Fold<ArgMaxFold<T>, Winner<T>>(new(rows, columns, 1), new(columns, At(x), At<int>(indices)));

    /// <summary>Folds with the exchange that the device has.</summary>
    private void Fold<F, S>(ReduceGeometry geometry, F fold) where F : struct, IFold<F, S> where S : unmanaged
    {
        if (launcher.HasShuffles) Fold<F, S, WarpExchange>(geometry, fold);
        else Fold<F, S, NoExchange>(geometry, fold);
    }

    /// <summary>Folds in one launch, or in two where one line is shared by several groups.</summary>
    private void Fold<F, S, X>(ReduceGeometry geometry, F fold) where F : struct, IFold<F, S> where S : unmanaged where X : struct, IExchange
    {
        if (geometry.Outer == 0 || geometry.Inner == 0) return;
        var shape = new FoldShape(geometry, launcher.GroupSize, launcher.FillingGroups);
        if (shape.Chunks == 1)
        {
            launcher.Run(shape.Config, new FoldKernel<F, S, X>(fold, shape, ArrayView<S>.Empty));
            return;
        }
        DeviceBuffer scratch = Scratch<S>((long)geometry.Outer * shape.Chunks * geometry.Inner, out ArrayView<S> partials);
        launcher.Run(shape.Config, new FoldKernel<F, S, X>(fold, shape, partials));
        FoldShape second = shape.OfChunks(launcher.GroupSize);
        launcher.Run(second.Config, new FoldKernel<PartialFold<F, S>, S, X>(new(fold, shape.Chunks, geometry.Inner, partials), second, ArrayView<S>.Empty));
        memory.Release(scratch);
    }

    /// <summary>Room for intermediate results. Giving it back while kernels still use it is safe: they run in the order of the calls.</summary>
    private unsafe DeviceBuffer Scratch<S>(long length, out ArrayView<S> view) where S : unmanaged
    {
        DeviceBuffer scratch = memory.Allocate(DType.Int32, checked((int)((length * sizeof(S) + 3) / 4)));
        view = At<int>(scratch).Cast<S>().SubView(0, length);
        return scratch;
    }
}
