using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The GPU backend on ILGPU's own CPU accelerator, against the reference.</summary>
[Category("Gpu")]
public class IlgpuCpuContract : BackendContract
{
    protected override Backend Create() => GpuTestDevice.CreateOrSkip("ilgpu-cpu");
}
