using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Averages of weights, equal and fading, and how they are lent to a model.</summary>
public class WeightAverageTests
{
    private static readonly double[] Path = [1, 3, -2, 6];

    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void AnEqualAverageIsTheMean() => Assert.That(AverageOf(null), Is.EqualTo(Path.Average()).Within(1e-15));

    [Test]
    public void AFadingAverageStartsFromTheFirstWeights() =>
        Assert.That(AverageOf(0.75), Is.EqualTo(Path.Skip(1).Aggregate(Path[0], (average, value) => 0.75 * average + 0.25 * value)).Within(1e-15));

    [Test]
    public void BorrowedWeightsComeBack()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1);
        using var average = new WeightAverage([p]);
        average.Update();
        p.Value.CopyFrom<double>([5]);
        average.Update();
        using (average.Borrow()) Assert.That(p.Value.Doubles(), Is.EqualTo(new double[] { 3 }));
        Assert.That(p.Value.Doubles(), Is.EqualTo(new double[] { 5 }));
    }

    [Test]
    public void ARestoredAverageGoesOn()
    {
        NamedParameter p = TestParameters.Of(backend, "p", 1);
        using WeightAverage first = new([p]), second = new([p]);
        first.Update();
        second.Restore(first.Averages, first.Count);
        p.Value.CopyFrom<double>([4]);
        first.Update();
        second.Update();
        Assert.That((second.Count, second.Averages[0].Doubles()), Is.EqualTo((2L, first.Averages[0].Doubles())));
    }

    [Test]
    public void AnEmptyAverageIsNotLent()
    {
        using var average = new WeightAverage([TestParameters.Of(backend, "p", 1)]);
        Assert.That(average.Borrow, Throws.InvalidOperationException.With.Message.Contains("Update"));
    }

    [TestCase(-0.1), TestCase(1)]
    public void ADecayIsAShare(double decay) => Assert.That(() => new WeightAverage([], decay), Throws.TypeOf<ArgumentOutOfRangeException>());

    private double AverageOf(double? decay)
    {
        NamedParameter p = TestParameters.Of(backend, "p", 0);
        using var average = new WeightAverage([p], decay);
        foreach (double value in Path)
        {
            p.Value.CopyFrom<double>([value]);
            average.Update();
        }
        return average.Averages[0].Doubles()[0];
    }
}
