namespace Catapult.Kernels.Gpu;

/// <summary>Products too small to fill the device with larger tiles.</summary>
internal readonly struct Tiling64x64 : ITiling
{
    public static int Rows => 8;

    public static int Columns => 8;

    public static int Depth => 8;
}
