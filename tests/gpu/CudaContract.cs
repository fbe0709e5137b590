using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The GPU backend on CUDA, against the reference.</summary>
[Category("Gpu")]
public class CudaContract : BackendContract
{
    protected override Backend Create() => EngineBackends.Create(EngineBackends.Cuda);
}
