using ILGPU.Runtime;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// A kernel: a struct whose fields are its arguments, views among them, and whose method every thread runs. Threads find their place by ILGPU's
/// <c>Grid</c> and <c>Group</c>.
/// </summary>
internal interface IGpuKernel
{
    /// <summary>
    /// Threads of a group, and groups that a multiprocessor shall hold at once, on CUDA: the assembler then keeps a thread to its share of the registers.
    /// The default leaves it the choice.
    /// </summary>
    static virtual KernelSpecialization Specialization => default;

    /// <summary>The work of one thread.</summary>
    void Run();
}
