using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>The backends on which the engine's own tests run, by name.</summary>
internal static class EngineBackends
{
    public const string Cpu = "cpu";

    public const string Reference = "reference";

    /// <summary>A new backend; the CPU's has two threads, on any machine.</summary>
    public static Backend Create(string name) => name == Cpu ? new CpuBackend(threads: 2) : new ReferenceBackend();
}
