namespace Catapult.Kernels.Gpu;

/// <summary>For devices whose threads meet in shared memory alone.</summary>
internal readonly struct NoExchange : IExchange
{
    public static int Reach => 1;

    public static S Ahead<S>(S state, int distance) where S : unmanaged => state;
}
