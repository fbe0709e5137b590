using Catapult.Kernels.Gpu;

namespace Catapult.Ladders;

/// <summary>A rung that is a kernel of its own: the struct, and how it is launched.</summary>
/// <typeparam name="P">The problem it solves.</typeparam>
internal interface IGpuRung<P> : IGpuKernel where P : GpuProblem
{
    /// <summary>Queues the kernel, as often as the problem takes.</summary>
    static abstract void Launch(P problem);
}
