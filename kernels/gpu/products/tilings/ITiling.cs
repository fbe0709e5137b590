namespace Catapult.Kernels.Gpu;

/// <summary>
/// The cut of a product: a group of Rows x Columns threads computes a tile of 8 Rows x 8 Columns results, an 8x8 block a thread, Depth steps of the sum
/// at a time. The tiles of both operands must be at most four packs a thread.
/// </summary>
internal interface ITiling
{
    /// <summary>Threads along m.</summary>
    static abstract int Rows { get; }

    /// <summary>Threads along n.</summary>
    static abstract int Columns { get; }

    /// <summary>Steps of the sum that are in shared memory at once; a multiple of four.</summary>
    static abstract int Depth { get; }
}
