namespace Catapult.Kernels.Gpu;

/// <summary>Up to 16 columns.</summary>
internal readonly struct Tiling256x16 : ITiling
{
    public static int Rows => 32;

    public static int Columns => 2;

    public static int Depth => 4;
}
