namespace Catapult.Kernels;

/// <summary>
/// Rearranges blocks of a strided matrix into panels of a fixed width, in the order in which the tile reads them; edges are
/// filled with zeros. Transposes cost nothing else.
/// </summary>
internal static unsafe class MatMulPacking<E> where E : unmanaged
{
    /// <summary>
    /// packed (panels, depth, width) from the element (line, k) at <c>source[line * lineStride + k * depthStride]</c>, where the lines
    /// are the rows of the left operand or the columns of the right one.
    /// </summary>
    public static void Pack(E* source, nint lineStride, nint depthStride, int lines, int depth, int width, E* packed)
    {
        for (int line = 0; line < lines; line += width, packed += (nint)depth * width)
        {
            int count = Math.Min(width, lines - line);
            E* from = source + line * lineStride;
            if (lineStride == 1) PackContiguousLines(from, depthStride, count, depth, width, packed);
            else PackStridedLines(from, lineStride, depthStride, count, depth, width, packed);
        }
    }

    private static void PackContiguousLines(E* source, nint depthStride, int count, int depth, int width, E* packed)
    {
        for (int k = 0; k < depth; k++, source += depthStride, packed += width)
        {
            for (int i = 0; i < count; i++) packed[i] = source[i];
            for (int i = count; i < width; i++) packed[i] = default;
        }
    }

    private static void PackStridedLines(E* source, nint lineStride, nint depthStride, int count, int depth, int width, E* packed)
    {
        for (int i = 0; i < width; i++)
        {
            E* from = source + i * lineStride, to = packed + i;
            for (int k = 0; k < depth; k++, to += width, from += depthStride) *to = i < count ? *from : default;
        }
    }
}
