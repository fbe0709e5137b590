using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>A training loop in its steady state takes its memory from the pool.</summary>
[Category("Slow"), NonParallelizable]
public class SteadyStateTests
{
    private const int BatchSize = 32;

    private const int WarmUp = 20;

    private const int Steps = 300;

    /// <summary>Over all threads: closures, nodes and handles. Each activation of the first stage alone would be 295 KB.</summary>
    private const long BytesPerStep = 100_000;

    [Test]
    public void AStepAllocatesNoArrayData()
    {
        using Backend backend = EngineBackends.Create(EngineBackends.Cpu);
        Action step = CreateStep(backend);
        for (int i = 0; i < WarmUp; i++) step();
        long heldBefore = GC.GetTotalMemory(forceFullCollection: true), allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        int fullCollections = GC.CollectionCount(2);
        for (int i = 0; i < Steps; i++) step();
        Assert.That(GC.CollectionCount(2), Is.EqualTo(fullCollections), "collections of generation 2");
        Assert.That((GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore) / Steps, Is.LessThan(BytesPerStep), "bytes a step");
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - heldBefore, Is.LessThan(BytesPerStep), "bytes held by the pool and all else");
    }

    /// <summary>A step of resnet8. The images are small, because time grows with their area and the number of allocations does not.</summary>
    private static Action CreateStep(Backend backend)
    {
        Module model = Models.Create("resnet8", new ParameterFactory(backend), (12, 12, 3), classes: 10);
        var optimizer = new Sgd(ParameterGroup.WithoutDecayOnScalesAndShifts(model, 5e-4));
        float[] images = [.. Samples.Uniform(1, BatchSize * 12 * 12 * 3).Select(x => (float)x)];
        int[] labels = Samples.Below(10, 2, BatchSize);
        return () =>
        {
            using TensorScope scope = TensorScope.Open();
            Tensor logits = model.Forward(Tensor.From(backend, images, [BatchSize, 12, 12, 3]));
            logits.CrossEntropy(Tensor.From(backend, labels, [BatchSize])).Backward();
            optimizer.Step();
            optimizer.ZeroGrad();
        };
    }
}
