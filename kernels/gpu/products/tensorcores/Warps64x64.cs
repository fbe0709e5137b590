namespace Catapult.Kernels.Gpu;

/// <summary>Products too small to fill the device with larger tiles.</summary>
internal readonly struct Warps64x64 : IWarpTiling
{
    public static int Rows => 1;

    public static int Columns => 2;

    public static int Depth => 16;
}
