using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>A matrix stored (depth, outer), row by row: the transpose of <see cref="RowOperand{T}"/>.</summary>
internal readonly struct ColumnOperand<T>(ArrayView<T> view, int outers, int depths, int pitch, int batchStride) : IOperand<T> where T : unmanaged
{
    public static bool AlongDepth => false;

    public ArrayView<T> View => view;

    public Place Locate(int batch, int outer) => new(outer < outers ? batch * batchStride + outer : -1);

    public int Find(Place place, int depth) => place.Offset >= 0 && depth < depths ? place.Offset + depth * pitch : -1;
}
