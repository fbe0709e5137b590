using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>Shuffles within a warp: an instruction for each four bytes, and no barrier.</summary>
internal readonly struct WarpExchange : IExchange
{
    public static int Reach => Warp.WarpSize;

    public static S Ahead<S>(S state, int distance) where S : unmanaged => Warp.ShuffleDown(state, distance);
}
