using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// Tiles of an operand, sixteen depths each, that go from global into shared memory without passing through registers, so in the order in which they lie:
/// outer by outer where neighbours are along the depth, else depth by depth.
/// </summary>
/// <typeparam name="P">What the operand is.</typeparam>
/// <typeparam name="U">What copies and multiplies it.</typeparam>
/// <typeparam name="S">Its sums.</typeparam>
/// <param name="operand">The operand, whose packs of four begin at multiples of 16 bytes.</param>
/// <param name="address">Its memory.</param>
/// <param name="outers">Outers of a tile, a multiple of 32.</param>
/// <param name="threads">Threads of the group.</param>
internal readonly struct AsyncTile<P, U, S>(P operand, long address, int outers, int threads)
    where P : struct, IOperand<GpuLane32> where U : struct, IPipelinedUnit<S> where S : unmanaged
{
    /// <summary>Depths of a tile: four of each thread of a group of four.</summary>
    public const int Depth = 16;

    private const int PackLength = Pack4<GpuLane32>.Count, PacksOfDepth = Depth / PackLength;

    private int Packs => outers * PacksOfDepth;

    /// <summary>Starts to copy the tile that begins at an outer and a depth; each thread its packs.</summary>
    public void Copy(int batch, int outer, int depth, ArrayView<GpuLane32> shared, int start)
    {
        Copy(batch, outer, depth, shared, start, 0);
        if (Packs > threads) Copy(batch, outer, depth, shared, start, 1);
        if (Packs > 2 * threads) Copy(batch, outer, depth, shared, start, 2);
        if (Packs > 3 * threads) Copy(batch, outer, depth, shared, start, 3);
    }

    /// <summary>
    /// The four depths of an outer index that fall to thread t of four: 4t to 4t + 3. The instructions want them in another order, but a sum does not mind
    /// as long as both operands agree; so they are one load of 16 bytes where neighbours are along the depth.
    /// </summary>
    public Pack4<GpuLane32> Elements(ArrayView<GpuLane32> shared, int start, int outer, int t)
    {
        if (P.AlongDepth) return shared.Cast<Pack4<GpuLane32>>()[start / PackLength + outer * PacksOfDepth + t];
        int place = start + t * PackLength * outers + Swizzled(outer, t * PackLength);
        return new(shared[place], shared[place + outers], shared[place + 2 * outers], shared[place + 3 * outers]);
    }

    private void Copy(int batch, int outer, int depth, ArrayView<GpuLane32> shared, int start, int turn)
    {
        int pack = turn * threads + Group.IdxX;
        if (pack >= Packs) return;
        int inTileOuter = P.AlongDepth ? pack / PacksOfDepth : pack % (outers / PackLength) * PackLength;
        int inTileDepth = P.AlongDepth ? pack % PacksOfDepth * PackLength : pack / (outers / PackLength);
        int index = operand.Find(operand.Locate(batch, outer + inTileOuter), depth + inTileDepth);
        int place = P.AlongDepth ? inTileOuter * Depth + inTileDepth : inTileDepth * outers + Swizzled(inTileOuter, inTileDepth);
        U.Copy(operand.View, address, index, shared, start + place);
    }

    /// <summary>Where an outer index stands in the line of a depth: moved so that four threads, whose depths are four apart, read from different banks.</summary>
    private static int Swizzled(int outer, int depth) => outer ^ depth / PackLength % PacksOfDepth * 8;
}
