using System.Numerics;
using ILGPU;

namespace Catapult.Kernels.Gpu;

internal partial class GpuKernels<T>
{
    // Threads that read one run of indices: each costs a pass over it, and takes its share of the additions.
    private const int Owners = 32;

    /// <inheritdoc/>
    public override void Gather(int width, DeviceBuffer x, DeviceBuffer indices, DeviceBuffer y) => launcher.Run(
        launcher.Strided(y.Length), new GatherKernel<T>(width, x.Length / width, At(x), At<int>(indices), At(y), faults.Expect(Faults.Gather)));

    /// <inheritdoc/>
    public override void ScatterAdd(int blocks, int width, DeviceBuffer dy, DeviceBuffer indices, DeviceBuffer dx)
    {
        memory.Fill(dx, 0);
        if (indices.Length == 0 || width == 0) return;
        int owners = Math.Min(Owners, launcher.GroupSize);
        int columns = Math.Min(launcher.GroupSize / owners, (int)BitOperations.RoundUpToPowerOf2((uint)width));
        KernelConfig config = new(new Index3D(blocks, (width + columns - 1) / columns, 1), new Index3D(owners * columns, 1, 1));
        launcher.Run(config, new ScatterAddKernel<T>(indices.Length / blocks, width, columns, owners, At(dy), At<int>(indices), At(dx)));
    }
}
