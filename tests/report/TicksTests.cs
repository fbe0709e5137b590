using Catapult.Lab;
using NUnit.Framework;

namespace Catapult.Tests;

public class TicksTests
{
    private const double Relative = 1e-9;

    [TestCase(0.0131, 0.397, 5)]
    [TestCase(-3.2, 17.9, 5)]
    [TestCase(0.84999, 0.95, 4)]
    [TestCase(1e-7, 9e-7, 6)]
    [TestCase(99.61, 99.97, 5)]
    public void EnclosingLinearTicksBeginBelowAndEndAboveTheData(double low, double high, int target)
    {
        (Scale scale, IReadOnlyList<Tick> ticks) = Ticks.Enclose(new Scale(AxisScale.Linear, low, high), target);

        Assert.That(scale.Low, Is.LessThanOrEqualTo(low));
        Assert.That(scale.High, Is.GreaterThanOrEqualTo(high));
        Assert.That(ticks[0].Value, Is.EqualTo(scale.Low).Within(Relative * (high - low)));
        Assert.That(ticks[^1].Value, Is.EqualTo(scale.High).Within(Relative * (high - low)));
        Assert.That(ticks, Has.Count.InRange(3, target + 3));
        Assert.That(ticks.Select(t => t.Label), Is.Unique);
    }

    [FsCheck.NUnit.Property]
    public bool EveryPairOfValuesIsEnclosedAndLabelled(FsCheck.NormalFloat a, FsCheck.NormalFloat b, bool logarithmic)
    {
        Axis axis = new("", null, logarithmic ? AxisScale.Log10 : AxisScale.Linear);
        double[] values = [.. new[] { a.Get, b.Get }.Where(v => Scale.Accepts(axis.Scale, v))];
        (Scale scale, IReadOnlyList<Tick> ticks) = Ticks.Enclose(Scale.Of(axis, values), 5);
        double slack = Relative * (scale.High - scale.Low);
        return values.All(v => v >= scale.Low - slack && v <= scale.High + slack)
            && ticks.Count(t => !t.IsMinor) >= 1
            && ticks.Count < 2_000;
    }

    [Test]
    public void ALogarithmicAxisLabelsItsDecadesAndMarksTheirMultiples()
    {
        IReadOnlyList<Tick> ticks = Ticks.Within(new Scale(AxisScale.Log10, 1e-5, 10), 6);

        string[] decades = ["1e-5", "1e-4", "1e-3", "0.01", "0.1", "1", "10"];
        Assert.That(ticks.Where(t => !t.IsMinor).Select(t => t.Label), Is.EqualTo(decades));
        Assert.That(ticks.Count(t => t.IsMinor), Is.EqualTo(6 * 8));
    }

    [Test]
    public void ALogarithmicAxisOfFewDecadesLabelsTwosAndFives()
    {
        IReadOnlyList<Tick> ticks = Ticks.Within(new Scale(AxisScale.Log10, 0.02, 1), 5);

        Assert.That(ticks.Where(t => !t.IsMinor).Select(t => t.Label), Is.EqualTo(new[] { "0.02", "0.05", "0.1", "0.2", "0.5", "1" }));
    }

    [Test]
    public void WholeNumberTicksOfOneEpochAreThatEpoch()
    {
        Axis axis = new("epoch") { WholeNumbers = true };

        Assert.That(Ticks.Within(Scale.Of(axis, [1.0]), 6, wholeNumbers: true), Is.EqualTo(new[] { new Tick(1, "1") }));
    }

    [Test]
    public void NeighboursOnAnAxisShareOneForm()
    {
        Assert.That(Labels(0, 60_000, 6), Is.EqualTo(new[] { "0", "10k", "20k", "30k", "40k", "50k", "60k" }));
        Assert.That(Labels(0, 3e-4, 3), Is.EqualTo(new[] { "0", "1e-4", "2e-4", "3e-4" }));
        Assert.That(Labels(-0.5, 1, 3), Is.EqualTo(new[] { "-0.5", "0", "0.5", "1.0" }));

        static IEnumerable<string> Labels(double low, double high, int target) =>
            Ticks.Within(new Scale(AxisScale.Linear, low, high), target).Select(t => t.Label);
    }
}
