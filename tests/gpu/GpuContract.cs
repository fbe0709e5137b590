using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The GPU backend on every device that is here, against the reference.</summary>
[Category("Gpu")]
[TestFixtureSource(typeof(GpuTestDevice), nameof(GpuTestDevice.KindsHere))]
public class GpuContract(string kind) : BackendContract
{
    /// <summary>A launch takes milliseconds on ILGPU's own accelerator, so it meets a sample of the cases: a prime, so that no loop's are always the same.</summary>
    protected override int CasesForOne => kind == EngineBackends.IlgpuCpu ? 37 : 1;

    protected override Backend Create() => EngineBackends.Create(kind);
}
