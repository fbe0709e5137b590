namespace Catapult.Kernels.Gpu;

/// <summary>The choice among tilings.</summary>
internal static class ProductTiling
{
    /// <summary>Results of a thread along each axis.</summary>
    public const int Block = 8;

    /// <summary>The tilings, those that also serve odd shapes first.</summary>
    public const int Small = 0, Columns16 = 1, Rows16 = 2, Large = 3, Columns64 = 4, Columns32 = 5, Rows32 = 6;

    private const int ForOddShapes = 3;

    // In the order of the constants: what each tiling computes, and how well it computes: reads of shared memory per result fall with the tile's sides.
    private static readonly (int Rows, int Columns, double Cost)[] Tilings =
        [(8, 8, 1.25), (32, 2, 1.6), (2, 32, 1.6), (16, 16, 1), (16, 8, 1.1), (16, 4, 1.3), (4, 16, 1.3)];

    /// <summary>The number of the tiling with the least cost, tiles that only partly fill being paid whole, and idle multiprocessors too. For
    /// shapes that are read element by element there are fewer.</summary>
    public static int Best(int rows, int columns, int batches, bool isOdd, int multiprocessors)
    {
        int best = 0, count = isOdd ? ForOddShapes : Tilings.Length;
        double least = double.PositiveInfinity;
        for (int i = 0; i < count; i++)
        {
            var (tileRows, tileColumns, cost) = Tilings[i];
            double groups = (double)Tiles(rows, tileRows) * Tiles(columns, tileColumns) * batches;
            double waves = Math.Max(1, groups / multiprocessors) * multiprocessors, total = waves * tileRows * tileColumns * cost;
            if (total < least) (best, least) = (i, total);
        }
        return best;
    }

    private static int Tiles(int extent, int threads) => (extent + Block * threads - 1) / (Block * threads);
}
