namespace Catapult.Kernels.Gpu;

/// <summary>
/// A kernel: a struct whose fields are its arguments, views among them, and whose method every thread runs. Threads find their place by ILGPU's
/// <c>Grid</c> and <c>Group</c>.
/// </summary>
internal interface IGpuKernel
{
    /// <summary>The work of one thread.</summary>
    void Run();
}
