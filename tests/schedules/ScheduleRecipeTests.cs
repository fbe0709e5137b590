using Catapult.Schedules;
using NUnit.Framework;
using static Catapult.Tests.ScheduleTests;

namespace Catapult.Tests;

/// <summary>Flat-cosine, warm-up-stable-decay, Noam, restarts that fade and end, and the plateau inside a sequence.</summary>
public class ScheduleRecipeTests
{
    private const double Rounding = 1e-15;

    [Test]
    public void FlatCosineStaysAndFalls()
    {
        Schedule flat = Schedule.FlatCosine(2, 0, 8, 0.75);
        Assert.That(Values(flat, 10), Is.EqualTo(new[] { 2.0, 2, 2, 2, 2, 2, 2, 1, 0, 0 }).Within(Rounding));
        Assert.That(Values(Schedule.FlatCosine(2, 0, 2, 0), 3), Is.EqualTo(new[] { 2.0, 1, 0 }).Within(Rounding));
    }

    [Test]
    public void WarmupStableDecayIsWhatItSays()
    {
        Assert.That(Values(Schedule.WarmupStableDecay(4, 2, 3, 4), 10), Is.EqualTo(new[] { 0.0, 2, 4, 4, 4, 4, 3, 2, 1, 0 }).Within(Rounding));
        Assert.That(Values(Schedule.WarmupStableDecay(4, 0, 1, 2, end: 1, Annealing.Exponential), 4), Is.EqualTo(new[] { 4.0, 4, 2, 1 }).Within(Rounding));
    }

    [Test]
    public void NoamIsThatOfTheTransformer()
    {
        Noam noam = Noam.OfWidth(512, 4000);
        foreach (long n in new long[] { 1, 17, 4000, 4001, 100_000 })
        {
            double paper = Math.Pow(512, -0.5) * Math.Min(Math.Pow(n, -0.5), n * Math.Pow(4000, -1.5));
            Assert.That(noam.At(n - 1), Is.EqualTo(paper).Within(1e-12 * paper));
        }
        Assert.That(noam.At(3999), Is.EqualTo(noam.Peak));
    }

    [Test]
    public void RestartsMayFadeAndEnd()
    {
        var fading = new CosineWarmRestarts(8, 0, 2, 2, Decay: 0.5, Limit: 2);
        Assert.That(fading.Length, Is.EqualTo(6));
        Assert.That(Values(fading, 8), Is.EqualTo(new[] { 8, 4, 4, 2 * (1 + Math.Sqrt(0.5)), 2, 2 * (1 - Math.Sqrt(0.5)), 0, 0 }).Within(1e-14));
        Assert.That(fading.Then(3.0).At(6), Is.EqualTo(3));
    }

    [Test]
    public void APlateauStandsInASequence()
    {
        var metrics = new MetricHistory();
        Schedule schedule = new LinearRamp(0, 8, 4).Then(new Plateau(new ReduceOnPlateau(Factor: 0.5, Patience: 1), 8, metrics, Offset: 4));
        metrics.Add(2, 100); // During the warm-up, which no plateau hears.
        foreach ((long step, double loss) in new[] { (6L, 1.0), (8L, 1.0), (10L, 1.0), (12L, 0.5), (14L, 0.5), (16L, 0.5) }) metrics.Add(step, loss);
        Assert.That(Values(schedule, 18), Is.EqualTo(new[] { 0.0, 2, 4, 6, 8, 8, 8, 8, 8, 8, 4, 4, 4, 4, 4, 4, 2, 2 }));
    }

    [Test]
    public void AMetricChangesNothingBeforeItsStep()
    {
        var metrics = new MetricHistory();
        var plateau = new Plateau(new ReduceOnPlateau(Patience: 0), 1, metrics);
        metrics.Add(5, 1);
        double before = plateau.At(9);
        metrics.Add(10, 1);
        Assert.That((plateau.At(9), plateau.At(10)), Is.EqualTo((before, 0.1)));
        Assert.That(() => metrics.Add(9, 1), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("step 10"));
    }
}
