using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Training;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Judging a model by averaged weights, with statistics measured for them.</summary>
public class JudgedWeightsTests
{
    private const double Rounding = 1e-5;

    private static readonly ImageDataset Data = Glyphs.Generate(seed: 3, train: 96, test: 1).Train;

    private readonly Backend backend = new CpuBackend(threads: 1);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void StatisticsAreTheAverageOverBatches()
    {
        Module model = Net(out BatchNorm2d norm, out Conv2d first);
        var loader = new DataLoader(Data, 32, Normalization.Of(Data), seed: 7);
        using BatchSource batches = loader.On(backend);
        BatchNormStatistics.Measure(model, batches);
        double[] expected = new double[4];
        for (int step = 0; step < 3; step++)
        {
            using var scope = TensorScope.Open();
            double[] means = first.Forward(batches.Load(step).Images).ChannelMoments().Mean.Doubles();
            for (int i = 0; i < 4; i++) expected[i] += means[i] / 3;
        }
        Assert.That(norm.RunningMean.Doubles(), Is.EqualTo(expected).Within(Rounding));
        Assert.That(norm.Momentum, Is.EqualTo(0.1), "as it was");
    }

    [Test]
    public void AfterTheJudgementAllIsAsItWas()
    {
        Module model = Net(out BatchNorm2d norm, out _);
        var loader = new DataLoader(Data, 32, Normalization.Of(Data), seed: 7);
        var optimizer = new ScheduleFreeSgd(ParameterGroup.All(model));
        optimizer.Groups[0].LearningRate = 0.1;
        Step(model, optimizer, loader);
        Step(model, optimizer, loader);
        string before = TrainingSnapshot.Take(model, optimizer).Hash();
        using (JudgedWeights.Borrow(model, optimizer, loader)) Assert.That(TrainingSnapshot.Take(model, optimizer).Hash(), Is.Not.EqualTo(before));
        Assert.That(TrainingSnapshot.Take(model, optimizer).Hash(), Is.EqualTo(before));
        var plain = new Sgd(ParameterGroup.All(model));
        double[] mean = norm.RunningMean.Doubles();
        using (JudgedWeights.Borrow(model, plain, loader)) Assert.That(norm.RunningMean.Doubles(), Is.EqualTo(mean), "nothing is measured for weights that training had");
    }

    private void Step(Module model, Optimizer optimizer, DataLoader loader)
    {
        using BatchSource batches = loader.On(backend);
        using var scope = TensorScope.Open();
        (Tensor images, Tensor labels) = batches.Load(0);
        optimizer.ZeroGrad();
        model.Forward(images).CrossEntropy(labels).Backward();
        optimizer.Step();
    }

    private Sequential Net(out BatchNorm2d norm, out Conv2d first)
    {
        var make = new ParameterFactory(backend, seed: 5);
        (first, norm) = (new Conv2d(make, 1, 4, 3, stride: 3), new BatchNorm2d(make, 4));
        return new Sequential(first, norm, new ReLU(), new GlobalAvgPool2d(), new Flatten(), new Linear(make, 4, Data.Classes));
    }
}
