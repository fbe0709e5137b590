namespace Catapult.Kernels.Gpu;

/// <summary>
/// The cut of a product on matrix units: a group of Rows x Columns warps computes a tile of 64 Rows x 32 Columns results, 64x32 a warp, Depth steps of the
/// sum at a time.
/// </summary>
internal interface IWarpTiling
{
    /// <summary>Warps along m.</summary>
    static abstract int Rows { get; }

    /// <summary>Warps along n.</summary>
    static abstract int Columns { get; }

    /// <summary>Steps of the sum that are in shared memory at once; a multiple of every unit's depth.</summary>
    static abstract int Depth { get; }
}
