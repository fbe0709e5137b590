using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using Catapult.Optimizers;
using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Range tests of single groups, and the fine-tuning that rests on range tests.</summary>
public class GroupRangeTestTests
{
    private static readonly ImageDataset Data = Glyphs.Generate(seed: 3, train: 96, test: 1).Train;

    private readonly Backend backend = new CpuBackend(threads: 1);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void OneGroupRisesAndAllIsRestored()
    {
        Module model = Models.Create("mlp", new ParameterFactory(backend, seed: 5), (28, 28, 1), Data.Classes);
        ParameterGroup[] groups = ParameterGroup.ByLayers(model);
        groups[1].IsFrozen = true;
        var sgd = new Sgd(groups);
        string before = TrainingSnapshot.Take(model, sgd).Hash();
        var loader = new DataLoader(Data, 32, Normalization.Of(Data), seed: 7);
        IReadOnlyList<(ParameterGroup Group, RangeTestResult Result)> found = GroupRangeTest.Run(model, sgd, loader, new() { Iterations = 8 }, others: 0.001);
        Assert.That(found.Select(one => one.Group), Is.EqualTo(new[] { groups[0], groups[2] }));
        Assert.That(found.Select(one => (one.Result.LearningRates[0], one.Result.LearningRates[^1])), Is.All.Matches<(double First, double Last)>(pair => pair.First == 1e-4 && pair.Last > 0.1));
        Assert.That(found[0].Result.Losses, Is.Not.EqualTo(found[1].Result.Losses), "the groups differ");
        Assert.That(TrainingSnapshot.Take(model, sgd).Hash(), Is.EqualTo(before));
    }

    [Test]
    public void FineTuningTrainsTheHeadFirstAndEndsThawed()
    {
        Module model = Models.Create("mlp", new ParameterFactory(backend, seed: 5), (28, 28, 1), Data.Classes);
        ParameterGroup[] groups = ParameterGroup.ByLayers(model);
        var recipe = new FineTune(model, new Sgd(groups), new DataLoader(Data, 32, Normalization.Of(Data), seed: 7)) { Cycles = 2, Search = new() { Iterations = 20 }, Span = 100 };
        (double head, double whole) = recipe.Run();
        Assert.That((head, whole), Is.Not.EqualTo((0.0, 0.0)));
        Assert.That(groups.Select(group => group.IsFrozen), Is.All.False);
        Assert.That(groups.Select(group => group.RateFactor), Is.EqualTo(new[] { 0.01, 0.1, 1 }).Within(1e-12));
        // An epoch of three steps for the head alone, then cycles of one and two epochs for all.
        Assert.That(groups.Select(group => group.Steps), Is.EqualTo(new long[] { 9, 9, 12 }));
    }
}
