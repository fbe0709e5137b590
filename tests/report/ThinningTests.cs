using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

public class ThinningTests
{
    private const int Limit = 1000;

    [Test]
    public void ASpikeOfOnePointSurvivesOnEitherSide()
    {
        double[] values = [.. Enumerable.Range(0, 60_000).Select(i => i switch { 31_337 => 9.0, 47_111 => -9.0, _ => Math.Sin(i) })];

        int[] kept = Thinning.Runs(values.Length, i => values[i], _ => true, Limit).Single();

        Assert.That(kept, Does.Contain(31_337));
        Assert.That(kept, Does.Contain(47_111));
        Assert.That(kept, Has.Length.LessThanOrEqualTo(Limit + 2));
        Assert.That(kept, Is.Ordered.Ascending);
        Assert.That((kept[0], kept[^1]), Is.EqualTo((0, values.Length - 1)));
    }

    [Test]
    public void ShortSeriesStayWhole() =>
        Assert.That(Thinning.Runs(10, i => i, _ => true, Limit).Single(), Is.EqualTo(Enumerable.Range(0, 10)));

    [Test]
    public void ARejectedPointSplitsTheSeries()
    {
        double[] values = [1, 2, double.NaN, double.PositiveInfinity, 3, double.NaN];

        IReadOnlyList<int[]> runs = Thinning.Runs(values.Length, i => values[i], i => double.IsFinite(values[i]), Limit);

        Assert.That(runs, Is.EqualTo(new[] { new[] { 0, 1 }, [4] }));
    }

    [FsCheck.NUnit.Property]
    public bool TheExtremesOfEveryRunRemain(double[] values, FsCheck.PositiveInt limit)
    {
        IReadOnlyList<int[]> runs = Thinning.Runs(values.Length, i => values[i], i => double.IsFinite(values[i]), limit.Get);
        double[] kept = [.. runs.SelectMany(run => run).Select(i => values[i])];
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? kept.Length == 0 : kept.Min() == finite.Min() && kept.Max() == finite.Max();
    }
}
