namespace Catapult.Kernels;

/// <summary>The small matrix products between the transforms, on the tiles of the matrix product.</summary>
internal static unsafe class WinogradProduct<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>Rows behind the last one that are read and written by a last, incomplete tile.</summary>
    public const int Excess = 7;

    /// <summary>y (rows, width) = or += a b: b (depth, width) and y contiguous, the element (i, k) of a at <c>a[i * row + k * step]</c>.</summary>
    public static void Multiply(int rows, int depth, E* a, nint row, nint step, E* b, int width, E* y, bool accumulate)
    {
        int height = width == V.Count ? MatMulTile<E, V>.NarrowRows : MatMulTile<E, V>.Rows;
        for (int i = 0; i < rows; i += height, a += height * row, y += height * width)
        {
            if (width == V.Count) MatMulTile<E, V>.Narrow(depth, a, row, step, b, y, accumulate);
            else MatMulTile<E, V>.Multiply(depth, a, row, step, height - 1, b, y, width, accumulate);
        }
    }
}
