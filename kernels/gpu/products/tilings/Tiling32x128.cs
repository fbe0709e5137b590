namespace Catapult.Kernels.Gpu;

/// <summary>Up to 32 rows.</summary>
internal readonly struct Tiling32x128 : ITiling
{
    public static int Rows => 4;

    public static int Columns => 16;

    public static int Depth => 8;
}
