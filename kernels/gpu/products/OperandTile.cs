using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Brings tiles of an operand into shared memory, depth by depth: element (outer, depth) lies at depth * Pitch + outer, whichever way the operand lies in
/// global memory.
/// </summary>
/// <typeparam name="P">What the operand is.</typeparam>
/// <typeparam name="L">How it is read.</typeparam>
/// <typeparam name="R">How its tiles are kept.</typeparam>
/// <typeparam name="T">Its elements.</typeparam>
/// <param name="operand">The operand.</param>
/// <param name="outers">Outers of a tile.</param>
/// <param name="depths">Depths of a tile.</param>
/// <param name="threads">Threads of the group.</param>
internal readonly struct OperandTile<P, L, R, T>(P operand, int outers, int depths, int threads)
    where P : struct, IOperand<T> where L : struct, IAccess where R : struct, ITileFormat<T> where T : unmanaged, IGpuLane<T>
{
    private int Packs => outers * depths / Pack4<T>.Count;

    /// <summary>Packs from one depth to the next in shared memory.</summary>
    private int Pitch => (outers + R.Padding) / Pack4<T>.Count;

    /// <summary>Reads this thread's packs of the tile that begins at an outer and a depth.</summary>
    public Staged<T> Fetch(int batch, int outer, int depth)
    {
        Staged<T> staged = default;
        staged.P0 = Fetch(batch, outer, depth, 0);
        if (Packs > threads) staged.P1 = Fetch(batch, outer, depth, 1);
        if (Packs > 2 * threads) staged.P2 = Fetch(batch, outer, depth, 2);
        if (Packs > 3 * threads) staged.P3 = Fetch(batch, outer, depth, 3);
        return staged;
    }

    /// <summary>Writes them into shared memory, behind <paramref name="start"/> packs.</summary>
    public void Store(Staged<T> staged, ArrayView<Pack4<T>> shared, int start)
    {
        Store(staged.P0, shared, start, 0);
        if (Packs > threads) Store(staged.P1, shared, start, 1);
        if (Packs > 2 * threads) Store(staged.P2, shared, start, 2);
        if (Packs > 3 * threads) Store(staged.P3, shared, start, 3);
    }

    private Pack4<T> Fetch(int batch, int outer, int depth, int turn)
    {
        int pack = turn * threads + Group.IdxX;
        Pack4<T> result = default;
        if (pack < Packs) result = L.Load<P, T>(operand, batch, outer + Outer(pack), depth + Depth(pack));
        return result;
    }

    private void Store(Pack4<T> values, ArrayView<Pack4<T>> shared, int start, int turn)
    {
        int pack = turn * threads + Group.IdxX;
        if (pack >= Packs) return;
        values = new(R.Round(values.X), R.Round(values.Y), R.Round(values.Z), R.Round(values.W));
        if (!P.AlongDepth)
        {
            shared[start + Depth(pack) * Pitch + Outer(pack) / Pack4<T>.Count] = values;
            return;
        }
        ArrayView<T> elements = shared.Cast<T>();
        int place = (start + Depth(pack) * Pitch) * Pack4<T>.Count + Outer(pack), step = Pitch * Pack4<T>.Count;
        elements[place] = values.X;
        elements[place + step] = values.Y;
        elements[place + 2 * step] = values.Z;
        elements[place + 3 * step] = values.W;
    }

    private int Outer(int pack) => P.AlongDepth ? pack / (depths / Pack4<T>.Count) : pack % (outers / Pack4<T>.Count) * Pack4<T>.Count;

    private int Depth(int pack) => P.AlongDepth ? pack % (depths / Pack4<T>.Count) * Pack4<T>.Count : pack / (outers / Pack4<T>.Count);
}
