using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>Uniform random numbers, each from its own counter; see <see cref="RandomStream"/>.</summary>
internal readonly struct UniformKernel<T>(RandomStream stream, ulong start, ArrayView<T> y) : IGpuKernel where T : unmanaged, IGpuLane<T>
{
    public void Run()
    {
        for (int i = Thread.Index; i < y.IntLength; i += Thread.Count) y[i] = T.Uniform(stream, start + (ulong)i);
    }
}
