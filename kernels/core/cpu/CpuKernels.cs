using System.Numerics;

namespace Catapult.Kernels;

/// <summary>The kernels of <see cref="CpuBackend"/> for one type of elements on one lane. The files beside this one hold one family each.</summary>
internal sealed unsafe partial class CpuKernels<E, V>(WorkerPool workers, BufferPool<CpuBuffer> pool) : KernelSet
    where E : unmanaged, IFloatingPointIeee754<E> where V : struct, IVectorLane<V, E>
{
    // Elements of an elementwise part: 64 KiB of floats, which stay in the second-level cache and outweigh the cost of a hand-over.
    private const int Grain = 16_384;

    private static E* At(DeviceBuffer buffer) => At<E>(buffer);

    private static T* At<T>(DeviceBuffer buffer) where T : unmanaged => ((CpuBuffer)buffer).As<T>();

    private static int Parts(int work, int grain) => (int)(((long)work + grain - 1) / grain);
}
