using System.Numerics;

namespace Catapult.Kernels;

/// <summary>
/// dx = 0, then dx[indices[i]] += dy[i], for one block, whose indices point nowhere else, and some neighbouring columns of its rows. So no two parts
/// write the same element, and each is summed in the order of the indices.
/// </summary>
internal readonly unsafe struct ScatterAddJob<E, V>(int width, int columnsInPart, int rowsIn, int rowsOut, E* dy, int* indices, E* dx) : IJob
    where E : unmanaged, INumber<E> where V : struct, IVectorLane<V, E>
{
    public int Pieces => (width + columnsInPart - 1) / columnsInPart;

    public void Run(int part)
    {
        (int block, int piece) = Math.DivRem(part, Pieces);
        int first = piece * columnsInPart, columns = Math.Min(columnsInPart, width - first);
        if (columns == width) new Span<E>(dx + (nint)block * rowsOut * width, rowsOut * width).Clear();
        else for (nint row = (nint)block * rowsOut; row < (nint)(block + 1) * rowsOut; row++) new Span<E>(dx + row * width + first, columns).Clear();
        nint from = (nint)block * rowsIn, end = from + rowsIn;
        if (width == 1)
            for (nint i = from; i < end; i++) dx[indices[i]] += dy[i];
        else
            for (nint i = from; i < end; i++) Add(dy + i * width + first, dx + (nint)indices[i] * width + first, columns);
    }

    private static void Add(E* from, E* to, int count)
    {
        int i = 0;
        for (; i <= count - V.Count; i += V.Count) V.Store(V.Load(to + i) + V.Load(from + i), to + i);
        for (; i < count; i++) to[i] += from[i];
    }
}
