using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>The backends on which the engine's own tests run, by name.</summary>
internal static class EngineBackends
{
    public const string Cpu = "cpu";

    public const string Reference = "reference";

    public const string Cuda = "cuda";

    public const string OpenCl = "opencl";

    public const string IlgpuCpu = "ilgpu-cpu";

    /// <summary>A new backend; the CPU's has two threads, on any machine. Where there is no such device the test ends here, with the reason.</summary>
    public static Backend Create(string name) => name switch
    {
        Cpu => new CpuBackend(threads: 2),
        Reference => new ReferenceBackend(),
        _ => GpuTestDevice.CreateOrSkip(name),
    };
}
