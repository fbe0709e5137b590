namespace Catapult.Kernels.Gpu;

/// <summary>The choice among tilings.</summary>
internal static class ProductTiling
{
    /// <summary>Results of a thread along each axis.</summary>
    public const int Block = 8;

    public const int Large = 0, Small = 1, Columns64 = 2, Columns32 = 3, Columns16 = 4, Rows32 = 5, Rows16 = 6;

    // In the order of the constants: what each tiling computes, and how well it computes: reads of shared memory per result fall with the tile's sides.
    private static readonly (int Rows, int Columns, double Cost)[] Tilings =
        [(16, 16, 1), (8, 8, 1.25), (16, 8, 1.1), (16, 4, 1.3), (32, 2, 1.6), (4, 16, 1.3), (2, 32, 1.6)];

    /// <summary>The number of the tiling with the least cost, tiles that only partly fill being paid whole, and idle multiprocessors too.</summary>
    public static int Best(int rows, int columns, int batches, int multiprocessors)
    {
        int best = 0;
        double least = double.PositiveInfinity;
        for (int i = 0; i < Tilings.Length; i++)
        {
            var (tileRows, tileColumns, cost) = Tilings[i];
            double groups = (double)Tiles(rows, tileRows) * Tiles(columns, tileColumns) * batches;
            double waves = Math.Max(1, groups / multiprocessors) * multiprocessors, total = waves * tileRows * tileColumns * cost;
            if (total < least) (best, least) = (i, total);
        }
        return best;
    }

    /// <summary>Tiles along an axis.</summary>
    public static int Tiles(int extent, int threads) => (extent + Block * threads - 1) / (Block * threads);
}
