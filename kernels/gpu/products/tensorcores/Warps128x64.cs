namespace Catapult.Kernels.Gpu;

/// <summary>Up to 64 columns.</summary>
internal readonly struct Warps128x64 : IWarpTiling
{
    public static int Rows => 2;

    public static int Columns => 2;

    public static int Depth => 16;
}
