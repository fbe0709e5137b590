using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Each kind of GPU device, or the reason why it is not tested here.</summary>
[Category("Gpu")]
public class GpuDeviceTests
{
    [TestCase(EngineBackends.Cuda)]
    [TestCase(EngineBackends.OpenCl)]
    [TestCase(EngineBackends.IlgpuCpu)]
    public void DeviceComputes(string kind)
    {
        using Backend backend = EngineBackends.Create(kind);
        DeviceBuffer x = backend.Allocate(DType.Float32, 5);
        backend.Upload<float>([-2, -1, 0, 1, 2], x);
        backend.Unary(new Relu(), x, x);
        var y = new float[5];
        backend.Download<float>(x, y);
        Assert.That((backend.Name, y), Is.EqualTo((kind, new float[] { 0, 0, 0, 1, 2 })));
    }
}
