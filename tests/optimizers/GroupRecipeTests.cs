using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Groups of layers, rates spread over them, and those of maximal updates.</summary>
public class GroupRecipeTests
{
    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void LayersAreGroupsInOrder()
    {
        ParameterGroup[] groups = ParameterGroup.ByLayers(Net(8), weightDecay: 0.1);
        Assert.That(groups.Select(group => group.Name), Is.EqualTo(new[] { "0", "2", "4" }));
        Assert.That(groups[0].Parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "0.weight", "0.bias" }));
        Assert.That(groups.Select(group => group.WeightDecay), Is.All.EqualTo(0.1));
    }

    [Test]
    public void SpreadRatesRiseByEqualRatios()
    {
        ParameterGroup[] groups = ParameterGroup.ByLayers(Net(8));
        groups.Spread(1e-4, 1e-2);
        Assert.That(groups.Select(group => group.RateFactor * 1e-2), Is.EqualTo(new[] { 1e-4, 1e-3, 1e-2 }).Within(1e-18));
        groups[^1..].Spread(0.1, 0.3);
        Assert.That(groups[^1].RateFactor, Is.EqualTo(1));
        Assert.That(() => groups.Spread(0, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ThawingCountsFromTheLast()
    {
        ParameterGroup[] groups = ParameterGroup.ByLayers(Net(8));
        groups.ThawLast(2);
        Assert.That(groups.Select(group => group.IsFrozen), Is.EqualTo(new[] { true, false, false }));
        Assert.That(groups[0].Parameters[0].Value.RequiresGrad, Is.False);
        groups.ThawLast(3);
        Assert.That(groups[0].Parameters[0].Value.RequiresGrad);
        Assert.That(() => groups.ThawLast(4), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    // Table 8 of the paper, at four times the width: input weights and biases, hidden weights, output weights, output biases.
    [TestCase(true, 1, 0.25, 1, 1)]
    [TestCase(false, 4, 1, 4, 1)]
    public void MaximalUpdateRatesAreThoseOfThePaper(bool isAdaptive, double input, double hidden, double output, double bias)
    {
        ParameterGroup[] groups = MaximalUpdate.Groups(Net(32), Net(8), isAdaptive);
        double Factor(string name) => groups.Single(group => group.Parameters.Any(parameter => parameter.Name == name)).RateFactor;
        Assert.That(
            new[] { Factor("0.weight"), Factor("0.bias"), Factor("2.weight"), Factor("4.weight"), Factor("4.bias") },
            Is.EqualTo(new[] { input, input, hidden, output, bias }));
        Assert.That(groups.Sum(group => group.Parameters.Count), Is.EqualTo(6));
    }

    [Test]
    public void MaximalUpdateWantsTheSameModel() =>
        Assert.That(() => MaximalUpdate.Groups(Net(8), new Linear(new ParameterFactory(backend), 3, 2), true), Throws.TypeOf<ShapeException>());

    private Sequential Net(int width)
    {
        var make = new ParameterFactory(backend);
        return new(new Linear(make, 5, width), new ReLU(), new Linear(make, width, width), new ReLU(), new Linear(make, width, 3));
    }
}
