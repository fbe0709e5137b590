using ILGPU;

namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    // Steps of a sum that a group takes at least before a second one shares it.
    private const int LeastSplitDepth = 256;

    // Parts begin at multiples of every tile's depth.
    private const int SplitStep = 16;

    /// <inheritdoc/>
    public override void MatMul(MatMulGeometry geometry, DeviceBuffer a, DeviceBuffer b, DeviceBuffer y)
    {
        var (batch, m, n, k, transposeA, transposeB, strideA, strideB) = geometry;
        var target = new ProductTarget<T>(At(y), m, n, n, m * n, batch);
        if (transposeA) Right(new ColumnOperand<T>(At(a), m, k, m, strideA), IsWide(m, strideA));
        else Right(new RowOperand<T>(At(a), m, k, k, strideA), IsWide(k, strideA));

        void Right<P>(P left, bool isWide) where P : struct, IOperand<T>
        {
            if (transposeB) Product(left, isWide, new RowOperand<T>(At(b), n, k, k, strideB), IsWide(k, strideB), k, target);
            else Product(left, isWide, new ColumnOperand<T>(At(b), n, k, n, strideB), IsWide(n, strideB), k, target);
        }
    }

    private static bool IsWide(int extent, int stride) => extent % Pack4<T>.Count == 0 && stride % Pack4<T>.Count == 0;

    private void Product<P, Q>(P left, bool isWideLeft, Q right, bool isWideRight, int k, ProductTarget<T> target)
        where P : struct, IOperand<T> where Q : struct, IOperand<T>
    {
        if (target.Rows == 0 || target.Columns == 0 || target.Batches == 0) return;
        if (!launcher.HasCheapBarriers)
        {
            var shape = new ProductShape(target.Rows, target.Columns, k, 1, k);
            launcher.Run(
                launcher.Strided((long)target.Rows * target.Columns * target.Batches),
                new NaiveProductKernel<P, Q, T>(left, right, shape, target.Whole(), target.Batches));
        }
        else if (typeof(T) == typeof(GpuLane64)) Tiled<P, Q, NarrowAccess, Tiling64x64>(left, right, k, target);
        else if (isWideLeft && isWideRight && target.IsWide) Tiled<P, Q, WideAccess>(left, right, k, target);
        else Tiled<P, Q, NarrowAccess>(left, right, k, target);
    }

    /// <summary>Takes the tiling that computes the least beside the matrix.</summary>
    protected virtual void Tiled<P, Q, L>(P left, Q right, int k, ProductTarget<T> target)
        where P : struct, IOperand<T> where Q : struct, IOperand<T> where L : struct, IAccess
    {
        switch (ProductTiling.Best(target.Rows, target.Columns, target.Batches, typeof(L) == typeof(NarrowAccess), launcher.Multiprocessors))
        {
            case ProductTiling.Large: Tiled<P, Q, L, Tiling128x128>(left, right, k, target); break;
            case ProductTiling.Small: Tiled<P, Q, L, Tiling64x64>(left, right, k, target); break;
            case ProductTiling.Columns64: Tiled<P, Q, L, Tiling128x64>(left, right, k, target); break;
            case ProductTiling.Columns32: Tiled<P, Q, L, Tiling128x32>(left, right, k, target); break;
            case ProductTiling.Columns16: Tiled<P, Q, L, Tiling256x16>(left, right, k, target); break;
            case ProductTiling.Rows32: Tiled<P, Q, L, Tiling32x128>(left, right, k, target); break;
            default: Tiled<P, Q, L, Tiling16x256>(left, right, k, target); break;
        }
    }

    /// <summary>Launches a group for each tile and part of the sums, and adds up the parts.</summary>
    /// <param name="tileRows">Rows of a tile.</param>
    /// <param name="tileColumns">Columns of a tile.</param>
    /// <param name="threads">Threads of a group.</param>
    /// <param name="k">Steps of the sums.</param>
    /// <param name="target">What is to be filled.</param>
    /// <param name="run">Launches the kernel.</param>
    protected void Launch(
        int tileRows, int tileColumns, int threads, int k, ProductTarget<T> target, Action<KernelConfig, ProductShape, ProductResult<T>> run)
    {
        int rowTiles = (target.Rows + tileRows - 1) / tileRows, columnTiles = (target.Columns + tileColumns - 1) / tileColumns;
        int splits = Splits(k, (long)rowTiles * columnTiles * target.Batches, target);
        int splitDepth = ((k + splits - 1) / splits + SplitStep - 1) / SplitStep * SplitStep;
        splits = Math.Max(1, (k + splitDepth - 1) / Math.Max(splitDepth, 1));
        var shape = new ProductShape(target.Rows, target.Columns, k, splits, splitDepth);
        KernelConfig config = new(new Index3D(rowTiles, columnTiles, target.Batches * splits), new Index3D(threads, 1, 1));
        if (splits == 1)
        {
            run(config, shape, target.Whole());
            return;
        }
        int length = target.Batches * target.Rows * target.Columns;
        DeviceBuffer scratch = Scratch((long)splits * length, out ArrayView<T> parts);
        run(config, shape, target.Split(parts));
        Fold<ReduceFold<Sum, T>, T>(new(1, splits, length), new(new(), splits, length, parts, target.View));
        memory.Release(scratch);
    }

    private void Tiled<P, Q, L, S>(P left, Q right, int k, ProductTarget<T> target)
        where P : struct, IOperand<T> where Q : struct, IOperand<T> where L : struct, IAccess where S : struct, ITiling => Launch(
            ProductTiling.Block * S.Rows, ProductTiling.Block * S.Columns, S.Rows * S.Columns, k, target,
            (config, shape, result) => launcher.Run(config, new ProductKernel<P, Q, L, S, T>(left, right, shape, result)));

    /// <summary>Into how many parts the sums are cut, so that there is work for the whole device: the parts are added afterwards, in their order.</summary>
    private int Splits(int k, long groups, ProductTarget<T> target)
    {
        if (!target.MaySplit || groups >= launcher.Multiprocessors) return 1;
        return (int)Math.Clamp(2 * launcher.Multiprocessors / groups, 1, Math.Max(1, k / LeastSplitDepth));
    }
}
