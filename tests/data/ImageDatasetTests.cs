using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public class ImageDatasetTests
{
    [Test]
    public void TakeKeepsTheFirstImagesAndTheirLabels()
    {
        var data = SmallData.Dataset(5, side: 3);
        var taken = data.Take(2);
        Assert.That(taken.Images, Is.EqualTo(data.Images[..18]));
        Assert.That(taken.Labels, Is.EqualTo(data.Labels[..2]));
        Assert.That(data.Take(5), Is.SameAs(data));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(6)]
    public void TakeRefusesWhatIsNotThere(int count) =>
        Assert.That(() => SmallData.Dataset(5).Take(count), Throws.TypeOf<InputException>().With.Message.Contains("5"));

    [Test]
    public void RefusesArraysThatDoNotFit() =>
        Assert.That(() => new ImageDataset("x", new byte[7], [0, 1], 2, 2, 1, SmallData.TwoClasses), Throws.ArgumentException);

    [TestCase(2)]
    [TestCase(-1)]
    public void RefusesALabelOutOfRange(int label) =>
        Assert.That(() => new ImageDataset("x", new byte[2], [0, label], 1, 1, 1, SmallData.TwoClasses),
            Throws.TypeOf<InputException>().With.Message.Contains($"image 1 has the label {label}"));

    [Test]
    public void RefusesNoImages() =>
        Assert.That(() => new ImageDataset("x", [], [], 1, 1, 1, SmallData.TwoClasses), Throws.TypeOf<InputException>());

    [Test]
    public void NormalizationIsTheMeanAndDeviationOfEachChannel()
    {
        const double tolerance = 1e-12;
        var data = SmallData.Dataset(40, side: 5, channels: 3);
        var normalization = Normalization.Of(data);
        for (int c = 0; c < 3; c++)
        {
            double[] values = [.. data.Images.Where((_, i) => i % 3 == c).Select(b => (double)b)];
            double mean = values.Average();
            Assert.That(normalization.Mean[c], Is.EqualTo(mean).Within(tolerance * mean));
            double deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
            Assert.That(normalization.Deviation[c], Is.EqualTo(deviation).Within(tolerance * deviation));
        }
    }

    [Test]
    public void AConstantChannelHasTheDeviationOne()
    {
        var normalization = Normalization.Of(new("flat", [9, 9], [0, 1], 1, 1, 1, SmallData.TwoClasses));
        Assert.That((normalization.Mean[0], normalization.Deviation[0]), Is.EqualTo((9.0, 1.0)));
    }
}
