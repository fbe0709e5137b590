using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>A matrix stored (outer, depth), row by row.</summary>
internal readonly struct RowOperand<T>(ArrayView<T> view, int outers, int depths, int pitch, int batchStride) : IOperand<T> where T : unmanaged
{
    public static bool AlongDepth => true;

    public ArrayView<T> View => view;

    public Place Locate(int batch, int outer) => new(outer < outers ? batch * batchStride + outer * pitch : -1);

    public int Find(Place place, int depth) => place.Offset >= 0 && depth < depths ? place.Offset + depth : -1;
}
