using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Steps of several batches, groups with factors and frozen ones, and what a step does beside its gradients.</summary>
public class TrainerStepTests
{
    /// <summary>Relative: gradients of float32 that are summed in another order.</summary>
    private const double Rounding = 1e-4;

    private static readonly ImageDataset Data = Glyphs.Generate(seed: 3, train: 96, test: 1).Train;

    private readonly Backend backend = new CpuBackend(threads: 1);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCase("sgd"), TestCase("sam"), TestCase("sophia")]
    public void FourBatchesAreOneOfFourTimesTheSize(string optimizer)
    {
        double[] parts = Train(optimizer, batchSize: 8, perStep: 4, steps: 3, out StepResult ofParts);
        double[] whole = Train(optimizer, batchSize: 32, perStep: 1, steps: 3, out StepResult ofWhole);
        Comparison.Close(whole, parts, k => Rounding * Math.Max(0.01, Math.Abs(whole[k])), optimizer);
        Assert.That(ofParts.Loss, Is.EqualTo(ofWhole.Loss).Within(Rounding));
        Assert.That((ofParts.Images, ofParts.Step), Is.EqualTo((32, 2L)));
    }

    [Test]
    public void AStepHasABatch() => Assert.That(() => Train("sgd", 8, 0, 1, out _), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void AskingForTheLossLeavesRunningStatisticsAlone()
    {
        double[] Statistics(string optimizer)
        {
            var make = new ParameterFactory(backend, seed: 5);
            var model = new Sequential(new Conv2d(make, 1, 4, 3, stride: 3), new BatchNorm2d(make, 4), new ReLU(), new GlobalAvgPool2d(), new Flatten(), new Linear(make, 4, Data.Classes));
            using var trainer = new Trainer(
                model, OptimizerCase.Named(optimizer).Over(ParameterGroup.All(model)), new DataLoader(Data, 32, Normalization.Of(Data), seed: 7),
                new TrainingPlan { TotalSteps = 1, Schedules = [new GroupSchedule(new Constant(0.01))] });
            trainer.TakeStep();
            return model.NamedBuffers()[0].Buffer.Doubles();
        }
        Assert.That(Statistics("sam"), Is.EqualTo(Statistics("sgd")));
    }

    [Test]
    public void FrozenLayersGetNoGradient()
    {
        Module model = Models.Create("mlp", new ParameterFactory(backend, seed: 5), (28, 28, 1), Data.Classes);
        ParameterGroup[] groups = ParameterGroup.ByLayers(model);
        groups.ThawLast(1);
        using var trainer = new Trainer(
            model, new Sgd(groups), new DataLoader(Data, 32, Normalization.Of(Data), seed: 7), new TrainingPlan { TotalSteps = 8, Schedules = [new GroupSchedule(new Constant(0.01))] });
        double[] first = groups[0].Parameters[0].Value.Doubles(), last = groups[^1].Parameters[0].Value.Doubles();
        for (int step = 0; step < 4; step++) trainer.TakeStep();
        Assert.That(groups[0].Parameters[0].Value.Grad, Is.Null);
        Assert.That(groups[0].Parameters[0].Value.Doubles(), Is.EqualTo(first));
        Assert.That(groups[^1].Parameters[0].Value.Doubles(), Is.Not.EqualTo(last));
        groups.ThawLast(groups.Length);
        for (int step = 0; step < 4; step++) trainer.TakeStep();
        Assert.That(groups[0].Parameters[0].Value.Doubles(), Is.Not.EqualTo(first));
        Assert.That((groups[0].Steps, groups[^1].Steps), Is.EqualTo((4L, 8L)));
    }

    [Test]
    public void AGroupsFactorMultipliesTheSchedule()
    {
        Module model = Models.Create("mlp", new ParameterFactory(backend, seed: 5), (28, 28, 1), Data.Classes);
        ParameterGroup[] groups = ParameterGroup.ByLayers(model);
        groups.Spread(0.001, 0.1);
        using var trainer = new Trainer(
            model, new Sgd(groups), new DataLoader(Data, 32, Normalization.Of(Data), seed: 7), new TrainingPlan { TotalSteps = 3, Schedules = [new GroupSchedule(new LinearRamp(0.1, 0, 2))] });
        trainer.TakeStep();
        Assert.That(groups.Select(group => group.LearningRate), Is.EqualTo(new[] { 0.001, 0.01, 0.1 }).Within(1e-15));
        trainer.TakeStep();
        Assert.That(groups.Select(group => group.LearningRate), Is.EqualTo(new[] { 0.0005, 0.005, 0.05 }).Within(1e-15));
    }

    private double[] Train(string optimizer, int batchSize, int perStep, int steps, out StepResult last)
    {
        Module model = Models.Create("mlp", new ParameterFactory(backend, seed: 5), (28, 28, 1), Data.Classes);
        var plan = new TrainingPlan { TotalSteps = steps, Schedules = [new GroupSchedule(new Constant(0.01))], BatchesPerStep = perStep };
        using var trainer = new Trainer(model, OptimizerCase.Named(optimizer).Over(ParameterGroup.All(model)), new DataLoader(Data, batchSize, Normalization.Of(Data), seed: 7), plan);
        last = trainer.TakeStep();
        while (!trainer.IsDone) last = trainer.TakeStep();
        return model.NamedParameters()[^1].Value.Doubles();
    }
}
