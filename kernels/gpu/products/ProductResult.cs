using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Where a product's results go: rows of M x N matrices, perhaps a share of the columns of a wider one, with a bias for each column where there is one.
/// Matrix b of split s begins at b * batchStride + s * splitStride.
/// </summary>
internal readonly struct ProductResult<T>(
    ArrayView<T> view, int rows, int columns, int pitch, int batchStride, int splitStride, Flag hasBias, ArrayView<T> bias) where T : unmanaged, IGpuLane<T>
{
    private readonly Flag isWide = columns % Pack4<T>.Count == 0 && pitch % Pack4<T>.Count == 0 && batchStride % Pack4<T>.Count == 0;

    /// <summary>Stores four neighbours of a row, or as many of them as there are.</summary>
    public void Store(int batch, int split, int row, int column, Pack4<T> values)
    {
        if (row >= rows || column >= columns) return;
        int place = batch * batchStride + split * splitStride + row * pitch + column;
        if (hasBias) values = WithBias(values, batch * columns + column, columns - column);
        if (isWide)
        {
            view.Cast<Pack4<T>>()[place / Pack4<T>.Count] = values;
            return;
        }
        view[place] = values.X;
        if (column + 1 < columns) view[place + 1] = values.Y;
        if (column + 2 < columns) view[place + 2] = values.Z;
        if (column + 3 < columns) view[place + 3] = values.W;
    }

    /// <summary>Stores one result of an undivided sum.</summary>
    public void StoreOne(int batch, int row, int column, T value) =>
        view[batch * batchStride + row * pitch + column] = hasBias ? value + bias[batch * columns + column] : value;

    private Pack4<T> WithBias(Pack4<T> values, int first, int left)
    {
        values.X += bias[first];
        if (left > 1) values.Y += bias[first + 1];
        if (left > 2) values.Z += bias[first + 2];
        if (left > 3) values.W += bias[first + 3];
        return values;
    }
}
