namespace Catapult.Kernels.Gpu;

/// <summary>Up to 32 columns.</summary>
internal readonly struct Tiling128x32 : ITiling
{
    public static int Rows => 16;

    public static int Columns => 4;

    public static int Depth => 8;
}
