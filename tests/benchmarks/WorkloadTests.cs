using Catapult.Benchmarks;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Ladders;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The workloads are the peer's, and count what they do.</summary>
public class WorkloadTests
{
    private const double Relative = 1e-12;

    /// <summary>What the peer's <c>--list</c> prints.</summary>
    private static readonly string[] PeerNames =
    [
        "gemm-256", "gemm-512", "gemm-1024", "gemm-2048",
        "conv3x3s1-16-16-32-b64-fwdbwd", "conv3x3s1-32-32-16-b64-fwdbwd", "conv3x3s1-64-64-8-b64-fwdbwd",
        "conv3x3s2-16-32-32-b64-fwdbwd", "conv3x3s1-128-128-16-b64-fwdbwd", "conv1x1s1-64-128-16-b64-fwdbwd",
        "bn-relu-64x32x32-fwdbwd", "sgdm-16.8M", "adamw-16.8M", "sgdm-165-small-tensors",
        "mlp-784-512-512-10-b256-train", "resnet20-b128-train", "resnet56-b128-train",
    ];

    /// <summary>The same with <c>--device cuda</c>.</summary>
    private static readonly string[] PeerGpuNames =
    [
        "gemm-1024", "gemm-4096", "gemm-8192",
        "conv3x3s1-16-16-32-b1024-fwdbwd", "conv3x3s1-32-32-16-b1024-fwdbwd", "conv3x3s1-64-64-8-b1024-fwdbwd",
        "conv3x3s2-16-32-32-b1024-fwdbwd", "conv3x3s1-128-128-16-b1024-fwdbwd", "conv1x1s1-64-128-16-b1024-fwdbwd",
        "bn-relu-64x32x32-fwdbwd", "sgdm-16.8M", "adamw-16.8M", "sgdm-165-small-tensors",
        "mlp-784-512-512-10-b256-train", "resnet20-b128-train", "resnet20-b1000-train", "resnet56-b128-train", "resnet56-b1000-train",
    ];

    [Test]
    public void NamesAreThePeers() => Assert.Multiple(() =>
    {
        Assert.That(Workloads.Cpu.Select(workload => workload.Name), Is.EqualTo(PeerNames));
        Assert.That(Workloads.Gpu.Select(workload => workload.Name), Is.EqualTo(PeerGpuNames));
    });

    /// <summary>Figures of small sizes cannot pass for others.</summary>
    [Test]
    public void SmallOnesAreNoneOfThePeers() =>
        Assert.That(Workloads.Small.Select(workload => workload.Name).Intersect([.. PeerNames, .. PeerGpuNames]), Is.Empty);

    [TestCase("opencl", PeersOptions.Full)]
    [TestCase("cuda", PeersOptions.Full)]
    [TestCase("cpu", PeersOptions.Full)]
    [TestCase("cpu", PeersOptions.Small)]
    [TestCase("cuda", PeersOptions.Small)]
    public void DeviceAndScaleChooseTheWorkloads(string device, string scale) => Assert.That(
        new PeersOptions { Device = device, Scale = scale }.Workloads,
        Is.EqualTo(scale == PeersOptions.Small ? Workloads.Small : device == PeersOptions.Cpu ? Workloads.Cpu : Workloads.Gpu));

    /// <summary>The peer's own formulas: images, channels in and out, size, kernel and stride.</summary>
    [TestCase("gemm-256", 2 * 256.0 * 256 * 256)]
    [TestCase("gemm-2048", 2 * 2048.0 * 2048 * 2048)]
    [TestCase("conv3x3s1-16-16-32-b64-fwdbwd", 3 * 2 * 64.0 * 16 * 16 * 9 * 32 * 32)]
    [TestCase("gemm-8192", 2 * 8192.0 * 8192 * 8192)]
    [TestCase("conv3x3s1-128-128-16-b1024-fwdbwd", 3 * 2 * 1024.0 * 128 * 128 * 9 * 16 * 16)]
    [TestCase("conv3x3s2-16-32-32-b64-fwdbwd", 3 * 2 * 64.0 * 16 * 32 * 9 * 16 * 16)]
    [TestCase("conv1x1s1-64-128-16-b64-fwdbwd", 3 * 2 * 64.0 * 64 * 128 * 16 * 16)]
    [TestCase("mlp-784-512-512-10-b256-train", 2 * 256.0 * (2 * 784 * 512 + 3 * 512 * 512 + 3 * 512 * 10))]
    public void FlopsFollowTheirFormula(string name, double flops) => Assert.That(Named(name).Flops, Is.EqualTo(flops).Within(Relative).Percent);

    [TestCase("gemm-512", 3 * 4.0 * 512 * 512)]
    [TestCase("conv3x3s2-16-32-32-b64-fwdbwd", 3 * 4.0 * (64 * 32 * 32 * 16 + 32 * 9 * 16 + 64 * 16 * 16 * 32))]
    [TestCase("bn-relu-64x32x32-fwdbwd", 8 * 4.0 * 64 * 64 * 1024)]
    [TestCase("sgdm-16.8M", 20.0 * 4 * 4_194_304)]
    [TestCase("adamw-16.8M", 28.0 * 4 * 4_194_304)]
    [TestCase("sgdm-165-small-tensors", 20.0 * 55 * (64 * 64 * 9 + 128))]
    public void BytesFollowTheirFormula(string name, double bytes) => Assert.That(Named(name).Bytes, Is.EqualTo(bytes).Within(Relative).Percent);

    [TestCase("gemm-256", 0.033554432)]
    [TestCase("bn-relu-64x32x32-fwdbwd", 0.134217728)]
    [TestCase("adamw-16.8M", 16.777216)]
    [TestCase("sgdm-165-small-tensors", 2.03456)]
    [TestCase("mlp-784-512-512-10-b256-train", 256)]
    [TestCase("resnet56-b128-train", 128)]
    [TestCase("resnet56-b1000-train", 1000)]
    public void WorkIsThePeers(string name, double work) => Assert.That(Named(name).Work, Is.EqualTo(work).Within(Relative).Percent);

    /// <summary>Its name is the same on a processor and on a GPU, its size is not.</summary>
    [Test]
    public void BatchNormOfAGpuHasSixteenTimesTheImages()
    {
        static double? Bytes(IEnumerable<Workload> list) => list.Single(workload => workload.Name == "bn-relu-64x32x32-fwdbwd").Bytes;
        Assert.That(Bytes(Workloads.Gpu), Is.EqualTo(16 * Bytes(Workloads.Cpu)).And.EqualTo(8 * 4.0 * 1024 * 64 * 1024));
    }

    /// <summary>Counted over the weights of the model itself; the channels that a layer writes tell the size of its images.</summary>
    [TestCase(20)]
    [TestCase(56)]
    public void ResNetCountsTheProductsOfItsWeights(int depth)
    {
        using var backend = new CpuBackend(threads: 1);
        Module model = Models.ResNet(new ParameterFactory(backend), depth, (32, 32, 3), 10);
        double[] layers = [.. model.NamedParameters().Select(parameter => parameter.Value.Shape).Where(shape => shape.Rank > 1)
            .Select(shape => shape.Size * (shape[0] switch { 16 => 32.0 * 32, 32 => 16 * 16, 64 => 8 * 8, _ => 1 }))];
        Assert.Multiple(() =>
        {
            Assert.That(layers, Has.Length.EqualTo(depth));
            Assert.That(Named($"resnet{depth}-b128-train").Flops, Is.EqualTo(2 * 128 * (3 * layers.Sum() - layers[0])).Within(Relative).Percent);
        });
    }

    [Test]
    public void TheLargerFloorBounds()
    {
        Workload product = Named("gemm-256"), optimizer = Named("sgdm-16.8M"), training = Named("resnet20-b128-train");
        var slowMemory = new Roof(Threads: 1, VectorBits: 128, FlopsPerSecond: 1e12, CopiedBytesPerSecond: 1e6, UpdatedBytesPerSecond: 1e5);
        var slowArithmetic = new Roof(Threads: 1, VectorBits: 128, FlopsPerSecond: 1e6, CopiedBytesPerSecond: 1e11, UpdatedBytesPerSecond: 1e12);
        var memoryAlone = new Roof(Threads: null, VectorBits: null, FlopsPerSecond: null, CopiedBytesPerSecond: 1e11, UpdatedBytesPerSecond: 1e10);
        Assert.Multiple(() =>
        {
            Assert.That((slowMemory.Bound(product.Flops, product.Bytes), slowMemory.Floor(product.Flops, product.Bytes)), Is.EqualTo(("memory", product.Bytes / 1e6)));
            Assert.That((slowArithmetic.Bound(product.Flops, product.Bytes), slowArithmetic.Floor(product.Flops, product.Bytes)), Is.EqualTo(("arithmetic", product.Flops / 1e6)));
            Assert.That((memoryAlone.Bound(product.Flops, product.Bytes), memoryAlone.Floor(product.Flops, product.Bytes)), Is.EqualTo(("memory", product.Bytes / 1e11)));
            Assert.That((memoryAlone.Bound(training.Flops, training.Bytes), memoryAlone.Floor(training.Flops, training.Bytes)), Is.EqualTo(((string?)null, (double?)null)));
            Assert.That((slowArithmetic.Bound(optimizer.Flops, optimizer.Bytes), slowArithmetic.Floor(optimizer.Flops, optimizer.Bytes)), Is.EqualTo(("memory", optimizer.Bytes / 1e12)));
        });
    }

    private static Workload Named(string name) => Workloads.Cpu.Concat(Workloads.Gpu).Distinct().First(workload => workload.Name == name);
}
