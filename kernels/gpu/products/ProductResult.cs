using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Where a product's results go: rows of M x N matrices, perhaps a share of the columns of a wider one, with a bias for each column where there is one.
/// Matrix b of split s begins at b * batchStride + s * splitStride.
/// </summary>
internal readonly struct ProductResult<T>(
    ArrayView<T> view, int rows, int columns, int pitch, int batchStride, int splitStride, Flag hasBias, ArrayView<T> bias) where T : unmanaged, IGpuLane<T>
{
    /// <summary>The memory.</summary>
    public ArrayView<T> View => view;

    /// <summary>Where a result lies in it.</summary>
    public int Place(int batch, int split, int row, int column) => batch * batchStride + split * splitStride + row * pitch + column;

    /// <summary>Columns from one to the end of a row; none where the row lies outside.</summary>
    public int ColumnsLeft(int row, int column) => row < rows ? columns - column : 0;

    /// <summary>What the sums of four neighbouring columns start from: the bias, or 0.</summary>
    public Pack4<T> Start<L>(int batch, int column) where L : struct, IAccess
    {
        Pack4<T> start = default;
        if (hasBias && column < columns) start = L.Load(bias, batch * columns + column, columns - column);
        return start;
    }

    /// <summary>Stores four neighbours of a row, or as many of them as there are.</summary>
    public void Store<L>(int batch, int split, int row, int column, Pack4<T> values) where L : struct, IAccess
    {
        if (row < rows && column < columns) L.Store(view, Place(batch, split, row, column), columns - column, values);
    }

    /// <summary>What the sums of two neighbouring columns start from.</summary>
    public Pack2<T> StartPair<L>(int batch, int column) where L : struct, IAccess
    {
        Pack2<T> start = default;
        if (hasBias && column < columns) start = L.LoadPair(bias, batch * columns + column, columns - column);
        return start;
    }

    /// <summary>Stores two neighbours of a row, or as many of them as there are.</summary>
    public void StorePair<L>(int batch, int split, int row, int column, Pack2<T> values) where L : struct, IAccess
    {
        if (row < rows && column < columns) L.StorePair(view, Place(batch, split, row, column), columns - column, values);
    }

    /// <summary>Stores one result of an undivided sum.</summary>
    public void StoreOne(int batch, int row, int column, T value) =>
        view[batch * batchStride + row * pitch + column] = hasBias ? value + bias[batch * columns + column] : value;
}
