using ILGPU;

namespace Catapult.Kernels.Gpu;

internal sealed partial class GpuKernels<T>
{
    // Steps of a sum that a group takes at least before a second one shares it.
    private const int LeastSplitDepth = 256;

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
        else if (typeof(T) == typeof(GpuLane64)) Launch<P, Q, NarrowAccess, Tiling64x64>(left, right, k, target);
        else if (isWideLeft && isWideRight && target.IsWide) Tiled<P, Q, WideAccess>(left, right, k, target);
        else Tiled<P, Q, NarrowAccess>(left, right, k, target);
    }

    /// <summary>Takes the tiling that computes the least beside the matrix.</summary>
    private void Tiled<P, Q, L>(P left, Q right, int k, ProductTarget<T> target)
        where P : struct, IOperand<T> where Q : struct, IOperand<T> where L : struct, IAccess
    {
        switch (ProductTiling.Best(target.Rows, target.Columns, target.Batches, typeof(L) == typeof(NarrowAccess), launcher.Multiprocessors))
        {
            case ProductTiling.Large: Launch<P, Q, L, Tiling128x128>(left, right, k, target); break;
            case ProductTiling.Small: Launch<P, Q, L, Tiling64x64>(left, right, k, target); break;
            case ProductTiling.Columns64: Launch<P, Q, L, Tiling128x64>(left, right, k, target); break;
            case ProductTiling.Columns32: Launch<P, Q, L, Tiling128x32>(left, right, k, target); break;
            case ProductTiling.Columns16: Launch<P, Q, L, Tiling256x16>(left, right, k, target); break;
            case ProductTiling.Rows32: Launch<P, Q, L, Tiling32x128>(left, right, k, target); break;
            default: Launch<P, Q, L, Tiling16x256>(left, right, k, target); break;
        }
    }

    private void Launch<P, Q, L, S>(P left, Q right, int k, ProductTarget<T> target)
        where P : struct, IOperand<T> where Q : struct, IOperand<T> where L : struct, IAccess where S : struct, ITiling
    {
        int rowTiles = ProductTiling.Tiles(target.Rows, S.Rows), columnTiles = ProductTiling.Tiles(target.Columns, S.Columns);
        int splits = Splits(k, (long)rowTiles * columnTiles * target.Batches, target);
        int splitDepth = ((k + splits - 1) / splits + ProductTiling.Block - 1) / ProductTiling.Block * ProductTiling.Block;
        splits = Math.Max(1, (k + splitDepth - 1) / Math.Max(splitDepth, 1));
        var shape = new ProductShape(target.Rows, target.Columns, k, splits, splitDepth);
        KernelConfig config = new(new Index3D(rowTiles, columnTiles, target.Batches * splits), new Index3D(S.Rows * S.Columns, 1, 1));
        if (splits == 1)
        {
            launcher.Run(config, new ProductKernel<P, Q, L, S, T>(left, right, shape, target.Whole()));
            return;
        }
        int length = target.Batches * target.Rows * target.Columns;
        DeviceBuffer scratch = Scratch((long)splits * length, out ArrayView<T> parts);
        launcher.Run(config, new ProductKernel<P, Q, L, S, T>(left, right, shape, target.Split(parts)));
        Fold<ReduceFold<Sum, T>, T>(new(1, splits, length), new(new(), splits, length, parts, target.View));
        memory.Release(scratch);
    }

    /// <summary>Into how many parts the sums are cut, so that there is work for the whole device: the parts are added afterwards, in their order.</summary>
    private int Splits(int k, long groups, ProductTarget<T> target)
    {
        if (!target.MaySplit || groups >= launcher.Multiprocessors) return 1;
        return (int)Math.Clamp(2 * launcher.Multiprocessors / groups, 1, Math.Max(1, k / LeastSplitDepth));
    }
}
