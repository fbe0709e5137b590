using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The GPU backend on ILGPU's own CPU accelerator, against the reference. A launch takes milliseconds there, so it meets a sample of the cases.</summary>
[Category("Gpu")]
public class IlgpuCpuContract : BackendContract
{
    protected override Backend Create() => EngineBackends.Create(EngineBackends.IlgpuCpu);

    /// <summary>A prime, so that no loop's cases are always the same.</summary>
    protected override int CasesForOne => 37;
}
