using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The GPU backend on OpenCL, against the reference.</summary>
[Category("Gpu")]
public class OpenClContract : BackendContract
{
    protected override Backend Create() => EngineBackends.Create(EngineBackends.OpenCl);
}
