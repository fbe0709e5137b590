using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>The CPU backend on one thread, against the reference.</summary>
public class CpuBackendContract : BackendContract
{
    protected override Backend Create() => new CpuBackend(1);
}
