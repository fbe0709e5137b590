namespace Catapult.Kernels.Gpu;

/// <summary>Large products.</summary>
internal readonly struct Warps128x128 : IWarpTiling
{
    public static int Rows => 2;

    public static int Columns => 4;

    public static int Depth => 16;
}
