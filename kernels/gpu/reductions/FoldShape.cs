using System.Numerics;
using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// How a fold over (outer, reduced, inner) is shared out. The threads of a group form a block of <see cref="Lines"/> outer lines, <see cref="Strides"/>
/// elements along the reduced axis and <see cref="Columns"/> inner neighbours, so that a warp reads neighbours whichever axis is long. Where there are
/// too few lines for the device the reduced axis is cut into chunks, which a second fold puts together.
/// </summary>
internal readonly struct FoldShape
{
    // Elements that a thread folds at least before cutting further pays.
    private const int LeastPerThread = 16;

    private const int MostChunks = 1024;

    // Neighbours of a second level: a sector of memory, so that the rest of a group shares the chunks of each.
    private const int ChunkColumns = 8;

    public readonly int Outer, Reduced, Inner, Lines, Strides, Columns, ColumnTiles, Chunks, ChunkLength;

    /// <param name="geometry">What is folded.</param>
    /// <param name="group">Threads of a group, a power of two.</param>
    /// <param name="groups">Groups that fill the device.</param>
    public FoldShape(ReduceGeometry geometry, int group, int groups) : this(geometry, group, groups, group)
    {
    }

    private FoldShape(ReduceGeometry geometry, int group, int groups, int mostColumns)
    {
        (Outer, Reduced, Inner) = geometry;
        Columns = Math.Min(mostColumns, PowerOfTwo(Inner));
        Strides = Math.Min(group / Columns, PowerOfTwo(Reduced));
        Lines = group / Columns / Strides;
        ColumnTiles = (Inner + Columns - 1) / Columns;
        long lineGroups = (long)LineTiles * ColumnTiles, most = Reduced / ((long)Strides * LeastPerThread);
        Chunks = (int)Math.Clamp(groups / Math.Max(lineGroups, 1), 1, Math.Clamp(most, 1, MostChunks));
        ChunkLength = (Reduced + Chunks - 1) / Chunks;
        Chunks = Math.Max(1, (Reduced + ChunkLength - 1) / Math.Max(ChunkLength, 1));
    }

    /// <summary>The second level: folds the chunks of each line.</summary>
    public FoldShape OfChunks(int group) => new(new(Outer, Chunks, Inner), group, groups: 1, Math.Min(group, ChunkColumns));

    private int LineTiles => (Outer + Lines - 1) / Lines;

    /// <summary>The launch.</summary>
    public KernelConfig Config => new(new Index3D(LineTiles * ColumnTiles, Chunks, 1), new Index3D(Lines * Strides * Columns, 1, 1));

    /// <summary>This thread's place along the reduced axis.</summary>
    public int Stride => Group.IdxX / Columns % Strides;

    /// <summary>This thread's outer line, perhaps beyond the last.</summary>
    public int Line => Grid.IdxX / ColumnTiles * Lines + Group.IdxX / (Columns * Strides);

    /// <summary>This thread's inner column, perhaps beyond the last.</summary>
    public int Column => Grid.IdxX % ColumnTiles * Columns + Group.IdxX % Columns;

    /// <summary>Where this group's chunk begins.</summary>
    public int Start => Grid.IdxY * ChunkLength;

    /// <summary>Where it ends.</summary>
    public int End => IntrinsicMath.Min(Start + ChunkLength, Reduced);

    private static int PowerOfTwo(int extent) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(extent, 1));
}
