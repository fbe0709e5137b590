using Catapult.Schedules;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture, Category("Goldens")]
public class ScheduleGoldenTests
{
    /// <summary>Relative; the two sides order their float64 operations differently.</summary>
    private const double Tolerance = 1e-10;

    private static readonly IReadOnlyList<ScheduleGolden> Goldens = ScheduleGolden.Load();

    private static IEnumerable<TestCaseData> Cases() =>
        Goldens.Select((golden, index) => new TestCaseData(index).SetArgDisplayNames($"{index}", golden.Schedule));

    [TestCaseSource(nameof(Cases))]
    public void EveryStepOfEveryGroupIsPyTorchs(int index)
    {
        var golden = Goldens[index];
        for (var group = 0; group < golden.BaseLr.Length; group++)
        {
            var (rate, momentum) = TorchSchedules.Of(golden, golden.BaseLr[group]);
            Compare(rate, [.. golden.Lr.Select(values => values[group])], $"lr of group {group}");
            Compare(momentum, [.. golden.Momentum.Select(values => values[group])], $"momentum of group {group}");
        }
    }

    [Test]
    public void AnUnknownScheduleFails() => Assert.That(
        () => TorchSchedules.Of(Goldens[0] with { Schedule = "NoSuchLR" }, 0.1),
        Throws.TypeOf<NotSupportedException>().With.Message.Contains("NoSuchLR"));

    private static void Compare(Schedule schedule, double[] expected, string what)
    {
        Assert.That(expected, Is.Not.Empty);
        for (var step = 0; step < expected.Length; step++)
            Assert.That(schedule.At(step), Is.EqualTo(expected[step]).Within(Tolerance * expected[step]), $"{what} at step {step}");
    }
}
