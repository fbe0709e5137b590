using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What modules do in training and in evaluation.</summary>
public class ModuleTests
{
    /// <summary>Relative to 1: rounding of float64 sums of a few dozen terms near 1.</summary>
    private const double Rounding = 1e-13;

    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);
    private TensorScope scope = null!;

    private ParameterFactory Make => new(backend, seed: 1, DType.Float64);

    [SetUp]
    public void OpenScope() => scope = TensorScope.Open();

    [TearDown]
    public void EndScope() => scope.Dispose();

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [Test]
    public void RunningStatisticsFollowTheBatches()
    {
        const double Momentum = 0.25;
        var norm = new BatchNorm2d(Make, 2, momentum: Momentum);
        double[] mean = [0, 0], variance = [1, 1];
        for (int step = 0; step < 3; step++)
        {
            double[] x = Samples.Uniform(step, 3 * 2 * 2 * 2, -3, 5);
            norm.Forward(Tensor.From(backend, x, [3, 2, 2, 2]));
            for (int c = 0; c < 2; c++)
            {
                double[] channel = [.. x.Where((_, i) => i % 2 == c)];
                double average = channel.Average(), unbiased = channel.Sum(v => (v - average) * (v - average)) / (channel.Length - 1);
                mean[c] += Momentum * (average - mean[c]);
                variance[c] += Momentum * (unbiased - variance[c]);
            }
        }
        Assert.That(norm.RunningMean.Doubles(), Is.EqualTo(mean).Within(Rounding * 10));
        Assert.That(norm.RunningVariance.Doubles(), Is.EqualTo(variance).Within(Rounding * 10));
    }

    [Test]
    public void BatchNormNormalizesTheBatchInTrainingAndByRunningStatisticsInEvaluation()
    {
        var norm = new BatchNorm2d(Make, 1, epsilon: 0);
        Tensor x = Tensor.From(backend, [1.0, 3.0], [2, 1, 1, 1]);
        Assert.That(norm.Forward(x).Doubles(), Is.EqualTo(new double[] { -1, 1 }).Within(Rounding));
        norm.RunningMean.CopyFrom<double>([5]);
        norm.RunningVariance.CopyFrom<double>([4]);
        norm.Train(false);
        Assert.That(norm.Forward(x).Doubles(), Is.EqualTo(new double[] { -2, -1 }).Within(Rounding));
        Assert.That(norm.RunningMean.Item(), Is.EqualTo(5), "evaluation leaves the running mean alone");
    }

    [Test]
    public void OneValueAChannelHasNoVariance()
    {
        var norm = new BatchNorm2d(Make, 2);
        Tensor x = Tensor.Ones(backend, [1, 1, 1, 2], DType.Float64);
        Assert.That(() => norm.Forward(x), Throws.TypeOf<ShapeException>().With.Message.Contains("variance"));
        norm.Train(false);
        Assert.That(() => norm.Forward(x), Throws.Nothing);
    }

    [TestCase(true), TestCase(false)]
    public void SequentialFusesANormWithItsRelu(bool training)
    {
        BatchNorm2d fused = new(Make, 3), plain = new(Make, 3);
        Module sequential = new Sequential(fused, new ReLU(), new Flatten());
        sequential.Train(training);
        plain.Train(training);
        double[] values = Samples.Uniform(2, 2 * 2 * 2 * 3);
        Tensor a = Tensor.From(backend, values, [2, 2, 2, 3]), b = Tensor.From(backend, values, [2, 2, 2, 3]);
        (a.RequiresGrad, b.RequiresGrad) = (true, true);
        Tensor first = sequential.Forward(a), second = plain.Forward(b).Relu().Flatten();
        Assert.That(first.Doubles(), Is.EqualTo(second.Doubles()).Within(Rounding));
        first.Square().Sum().Backward();
        second.Square().Sum().Backward();
        Assert.That(a.Grad!.Doubles(), Is.EqualTo(b.Grad!.Doubles()).Within(Rounding * 10));
        Assert.That(fused.Gamma.Value.Grad!.Doubles(), Is.EqualTo(plain.Gamma.Value.Grad!.Doubles()).Within(Rounding * 10));
        Assert.That(fused.RunningVariance.Doubles(), Is.EqualTo(plain.RunningVariance.Doubles()));
    }

    [Test]
    public void DropoutKeepsTheMeanAndDropsItsShare()
    {
        const int Length = 40_000;
        const double Probability = 0.3;
        var dropout = new Dropout(Make, Probability);
        double[] y = dropout.Forward(Tensor.Ones(backend, [Length], DType.Float64)).Doubles();
        // Six standard deviations of a share of 0.3.
        double tolerance = 6 * Math.Sqrt(Probability * (1 - Probability) / Length);
        Assert.That(y.Count(v => v == 0) / (double)Length, Is.EqualTo(Probability).Within(tolerance));
        Assert.That(y.Where(v => v != 0), Is.All.EqualTo(1 / (1 - Probability)).Within(Rounding));
        dropout.Train(false);
        Assert.That(dropout.Forward(Tensor.Ones(backend, [5], DType.Float64)).Doubles(), Is.All.EqualTo(1));
    }

    [Test]
    public void DropoutGoesOnFromASavedPosition()
    {
        Module model = new Sequential(new Dropout(Make), new Dropout(Make));
        Tensor x = Tensor.Ones(backend, [64], DType.Float64);
        model.Forward(x);
        ulong[] saved = [.. model.Generators().Select(generator => generator.Position)];
        double[] second = model.Forward(x).Doubles(), third = model.Forward(x).Doubles();
        foreach ((RandomGenerator generator, ulong position) in model.Generators().Zip(saved)) generator.Position = position;
        Assert.That(model.Forward(x).Doubles(), Is.EqualTo(second));
        Assert.That(third, Is.Not.EqualTo(second));
    }

    [Test]
    public void TrainReachesAllModules()
    {
        var dropout = new Dropout(Make);
        Module model = new Sequential(new Sequential(dropout));
        model.Train(false);
        Assert.That(dropout.IsTraining, Is.False);
        model.Train();
        Assert.That(dropout.IsTraining);
    }

    [Test]
    public void ZeroGradForgetsAllGradients()
    {
        Module model = new Linear(Make, 3, 2);
        model.Forward(Tensor.Ones(backend, [1, 3], DType.Float64)).Sum().Backward();
        Assert.That(model.NamedParameters().Select(p => p.Value.Grad), Is.All.Not.Null);
        model.ZeroGrad();
        Assert.That(model.NamedParameters().Select(p => p.Value.Grad), Is.All.Null);
    }

    [Test]
    public void GlobalPoolsFoldTheImage()
    {
        double[] values = [.. Enumerable.Range(0, 8).Select(i => (double)i)];
        Tensor x = Tensor.From(backend, values, [1, 2, 2, 2]);
        Assert.That(new GlobalAvgPool2d().Forward(x).Doubles(), Is.EqualTo(new double[] { 3, 4 }));
        Assert.That(new GlobalMaxPool2d().Forward(x).Doubles(), Is.EqualTo(new double[] { 6, 7 }));
        Assert.That(() => new GlobalMaxPool2d().Forward(x.Reshape(1, 1, 4, 2)), Throws.TypeOf<ShapeException>());
    }
}
