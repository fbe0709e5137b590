using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// What <see cref="PipelinedProductKernel{P, Q, U, S, W}"/> leaves to instructions that C# has no words for: copies into shared memory that run beside
/// the program, and products of small matrices by a warp, 4x4 blocks of 16x8 results over sixteen depths. With g = lane / 4 and t = lane % 4 a thread
/// brings, of each block, depths 4t to 4t + 3 of rows g and g + 8 and of column g, and sums columns 2t and 2t + 1 of both rows.
/// </summary>
/// <typeparam name="S">The sums of a thread.</typeparam>
internal interface IPipelinedUnit<S> where S : unmanaged
{
    /// <summary>Starts to copy four elements, or zeros where the index is negative.</summary>
    /// <param name="source">Where they lie.</param>
    /// <param name="address">The same as a number.</param>
    /// <param name="index">The first.</param>
    /// <param name="shared">The group's shared memory, all of it.</param>
    /// <param name="place">Where the first goes; a multiple of four.</param>
    static abstract void Copy(ArrayView<GpuLane32> source, long address, int index, ArrayView<GpuLane32> shared, int place);

    /// <summary>Makes a parcel of the copies that this thread has started since the last one.</summary>
    static abstract void Commit();

    /// <summary>Waits for all parcels of this thread but the latest.</summary>
    static abstract void Wait();

    /// <summary>Sums that start from a number for each of the thread's columns: two in each of four blocks.</summary>
    static abstract S Start(Pack4<Pack2<GpuLane32>> columns);

    /// <summary>sums + left * right, for all sixteen blocks.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="left">By rows of blocks, then the upper and the lower row.</param>
    /// <param name="right">By columns of blocks.</param>
    static abstract S MultiplyAdd(S sums, Pack4<Pack2<Pack4<GpuLane32>>> left, Pack4<Pack4<GpuLane32>> right);

    /// <summary>Stores the sums. A row that lies outside has no columns left.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="address">The same as a number.</param>
    /// <param name="places">The first column of the thread's upper and lower row in each row of blocks.</param>
    /// <param name="left">Columns from there to the end of those rows.</param>
    static abstract void Store(S sums, ArrayView<GpuLane32> target, long address, Pack4<Pack2<int>> places, Pack4<Pack2<int>> left);
}
