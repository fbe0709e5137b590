using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>The kernels of <see cref="GpuBackend"/> for one type of elements. The folders beside this file hold one family each.</summary>
internal partial class GpuKernels<T>(Backend memory, Launcher launcher, Faults faults) : KernelSet where T : unmanaged, IGpuLane<T>
{
    /// <summary>Runs the kernels.</summary>
    protected Launcher Launcher => launcher;

    private static ArrayView<T> At(DeviceBuffer buffer) => At<T>(buffer);

    private static ArrayView<E> At<E>(DeviceBuffer buffer) where E : unmanaged => ((GpuBuffer)buffer).View<E>();
}
