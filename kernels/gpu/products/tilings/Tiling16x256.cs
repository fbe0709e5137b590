namespace Catapult.Kernels.Gpu;

/// <summary>Up to 16 rows.</summary>
internal readonly struct Tiling16x256 : ITiling
{
    public static int Rows => 2;

    public static int Columns => 32;

    public static int Depth => 4;
}
