namespace Catapult.Kernels;

/// <summary>
/// Rearranges blocks of a strided matrix into panels of a fixed width, in the order in which the tile reads them. Transposes cost nothing else.
/// The lines that a last panel lacks hold anything: what is computed from them is thrown away.
/// </summary>
internal static unsafe class MatMulPacking<E, V> where E : unmanaged where V : struct, IVectorLane<V, E>
{
    /// <summary>Elements of a packed block, and room for whole vectors behind the last line.</summary>
    public static int Length(int lines, int depth, int width) => (lines + width - 1) / width * width * depth + V.Count;

    /// <summary>
    /// packed (panels, depth, width) from the element (line, k) at <c>source[line * lineStride + k * depthStride]</c>, where the lines
    /// are the rows of the left operand or the columns of the right one.
    /// </summary>
    public static void Pack(E* source, nint lineStride, nint depthStride, int lines, int depth, int width, E* packed)
    {
        for (int line = 0; line < lines; line += width, packed += (nint)depth * width)
        {
            E* from = source + line * lineStride;
            if (lineStride == 1) PackContiguousLines(from, depthStride, depth, width, packed);
            else PackStridedLines(from, lineStride, depthStride, Math.Min(width, lines - line), depth, width, packed);
        }
    }

    /// <summary>Whole vectors, whose excess the next step overwrites.</summary>
    private static void PackContiguousLines(E* source, nint depthStride, int depth, int width, E* packed)
    {
        for (int k = 0; k < depth; k++, source += depthStride, packed += width)
            for (int i = 0; i < width; i += V.Count) V.Store(V.Load(source + i), packed + i);
    }

    private static void PackStridedLines(E* source, nint lineStride, nint depthStride, int count, int depth, int width, E* packed)
    {
        for (int i = 0; i < count; i++)
        {
            E* from = source + i * lineStride, to = packed + i;
            for (int k = 0; k < depth; k++, to += width, from += depthStride) *to = *from;
        }
    }
}
