namespace Catapult.Kernels.Gpu;

/// <summary>Up to 64 columns.</summary>
internal readonly struct Tiling128x64 : ITiling
{
    public static int Rows => 16;

    public static int Columns => 8;

    public static int Depth => 8;
}
