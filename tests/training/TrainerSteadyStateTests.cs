using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The whole training loop, batches included, settles to flat memory.</summary>
[Category("Slow"), NonParallelizable]
public class TrainerSteadyStateTests
{
    private const int WarmUp = 50;

    private const int Steps = 300;

    /// <summary>Over all threads; the images of one batch alone take more.</summary>
    private const long BytesPerStep = 100_000;

    [Test]
    public void StepsAllocateLittleAndCauseNoFullCollection()
    {
        using var backend = new CpuBackend(threads: 2);
        ImageDataset data = SmallData.Dataset(160, side: 12, channels: 3);
        Module model = Models.Create("resnet8", new ParameterFactory(backend), (12, 12, 3), data.Classes);
        var optimizer = new Sgd(ParameterGroup.All(model, 5e-4));
        var plan = new TrainingPlan { TotalSteps = Steps, Schedules = [new OneCycle(OneCyclePreset.Torch, 0.05, Steps)], Clipping = new ClipByNorm(1) };
        using var trainer = new Trainer(model, optimizer, new DataLoader(data, 16, Normalization.Of(data)), plan);
        while (trainer.Step < WarmUp) trainer.TakeStep();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        int collections = GC.CollectionCount(2);
        while (!trainer.IsDone) trainer.TakeStep();
        Assert.That(GC.CollectionCount(2), Is.EqualTo(collections), "collections of generation 2");
        Assert.That((GC.GetTotalAllocatedBytes(precise: true) - before) / (Steps - WarmUp), Is.LessThan(BytesPerStep), "bytes a step");
    }
}
