namespace Catapult.Kernels.Gpu;

/// <summary>Large products.</summary>
internal readonly struct Tiling128x128 : ITiling
{
    public static int Rows => 16;

    public static int Columns => 16;

    public static int Depth => 8;
}
