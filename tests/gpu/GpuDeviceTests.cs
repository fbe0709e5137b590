using Catapult.Kernels;
using Catapult.Kernels.Gpu;
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

    [Test]
    public void TensorCoresRoundTheirOperands()
    {
        if (!GpuTestDevice.KindsHere.Contains(EngineBackends.Cuda)) Assert.Ignore("There is no CUDA device.");
        using Backend backend = GpuDevices.Create("cuda", Precision.TF32);
        const int Size = 256;
        const float AboveTf32 = 1 + 1f / 4096;
        var (x, y) = (backend.Allocate(DType.Float32, Size * Size), backend.Allocate(DType.Float32, Size * Size));
        backend.Fill(x, AboveTf32);
        backend.MatMul(new(1, Size, Size, Size, false, false, 0, 0), x, x, y);
        var products = new float[Size * Size];
        backend.Download<float>(y, products);
        Assert.That(products, Is.All.EqualTo(Size), "1 + 2^-12 is 1 in TF32");
    }
}
