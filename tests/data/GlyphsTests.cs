using System.Security.Cryptography;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public class GlyphsTests
{
    [Test]
    public void TheSameSeedGivesTheSameBytesOnEveryMachine()
    {
        var (train, _) = Glyphs.Generate(7, train: 500, test: 10);
        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(train.Images)),
            Is.EqualTo("c42d2e33bbdc4c91021b8dec1be41d8c029775814869d8decab5ec59e0b0aac7"));
    }

    [Test]
    public void ThreadsAndCountDoNotMatter()
    {
        var one = Glyphs.Generate(3, 300, 50, threads: 1);
        var two = Glyphs.Generate(3, 200, 50, threads: 2);
        Assert.That(two.Train.Images, Is.EqualTo(one.Train.Take(200).Images));
        Assert.That(two.Test.Images, Is.EqualTo(one.Test.Images));
    }

    [Test]
    public void SeedsAndPartsDiffer()
    {
        var (train, test) = Glyphs.Generate(3, 10, 10);
        Assert.That(train.Images, Is.Not.EqualTo(test.Images));
        Assert.That(train.Images, Is.Not.EqualTo(Glyphs.Generate(4, 10, 10).Train.Images));
    }

    [Test]
    public void ALinearClassifierLearnsSomethingButNotEnough()
    {
        const double something = 0.4, notEnough = 0.85;
        var (train, test) = Glyphs.Generate(1);
        var normalization = Normalization.Of(train);
        var model = new SoftmaxRegression(train.ImageSize, train.Classes);
        using var backend = new CpuBackend();
        var loader = new DataLoader(train, 64, normalization, seed: 5);
        using BatchSource batches = loader.On(backend), testBatches = DataLoader.ForEvaluation(test, test.Count, normalization).On(backend);
        for (int step = 0; step < 6 * loader.StepsPerEpoch; step++)
        {
            using var scope = TensorScope.Open();
            (Tensor images, Tensor labels) = batches.Load(step);
            model.Step(images.ToArray<float>(), labels.ToArray<int>(), learningRate: 0.02f / (1 + step / loader.StepsPerEpoch));
        }

        (Tensor judged, Tensor classes) = testBatches.Load(0);
        double accuracy = model.Accuracy(judged.ToArray<float>(), classes.ToArray<int>());
        Assert.That(accuracy, Is.GreaterThan(something).And.LessThan(notEnough));
        TestContext.Out.WriteLine(accuracy);
    }
}
