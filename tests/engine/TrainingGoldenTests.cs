using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Schedules;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Whole training runs against PyTorch's, step by step.</summary>
[Category("Goldens")]
[TestFixture(EngineBackends.Cpu, DType.Float64, Double), TestFixture(EngineBackends.Cpu, DType.Float32, Single)]
[TestFixture(EngineBackends.Reference, DType.Float64, Double), TestFixture(EngineBackends.Reference, DType.Float32, Single)]
[TestFixture(EngineBackends.Cuda, DType.Float32, Single, Category = "Gpu"), TestFixture(EngineBackends.OpenCl, DType.Float32, Single, Category = "Gpu")]
[TestFixture(EngineBackends.IlgpuCpu, DType.Float32, Single, Category = "Gpu")]
public class TrainingGoldenTests(string backendName, DType type, double tolerance)
{
    /// <summary>Relative to the value or to 1, the larger: the two sides order their float64 sums differently, and 24 steps amplify that.</summary>
    private const double Double = 1e-8;

    /// <summary>The same for float32 against PyTorch's float64.</summary>
    private const double Single = 1e-5;

    private const int BatchSize = 8;

    private static readonly IReadOnlyList<TrainingGolden> Goldens = TrainingGolden.Load();

    private Backend backend = null!;

    [OneTimeSetUp]
    public void CreateBackend() => backend = EngineBackends.Create(backendName);

    [OneTimeTearDown]
    public void DisposeBackend() => backend?.Dispose();

    [Test]
    public void SgdWithOneCycle() => Reproduce("SGD", 0.5, model => new Sgd(ParameterGroup.All(model, weightDecay: 5e-4)));

    [Test]
    public void AdamWWithOneCycle() => Reproduce(
        "AdamW", 0.02, model => new Adam(ParameterGroup.All(model, weightDecay: 0.1), new AdamOptions(Decay: WeightDecayMode.Decoupled)));

    private void Reproduce(string optimizerName, double peak, Func<Module, Optimizer> createOptimizer)
    {
        using var scope = TensorScope.Open();
        TrainingGolden golden = Goldens.Single(g => g.Run.Contains(optimizerName, StringComparison.Ordinal));
        var net = new GoldenNet(new ParameterFactory(backend, type: type));
        net.Load(golden.Init);
        Tensor images = golden.X.ToTensor(backend, type).Permute(0, 2, 3, 1);
        (double[] losses, double[] norms) = Train(net, createOptimizer(net), new OneCycle(OneCyclePreset.Torch, peak, golden.Loss.Length), golden, images);
        Close(golden.Loss, losses, "loss");
        Close(golden.GradNorm, norms, "gradient norm");
        foreach ((string name, Tensor value, ExchangeLayout layout) in net.State()) Close(golden.Final[name].Data, layout.ToFile(value).Doubles(), name);
        net.Train(false);
        Close(golden.EvalLogits.Data, net.Forward(images).Doubles(), "logits in evaluation");
    }

    private (double[] Losses, double[] Norms) Train(GoldenNet net, Optimizer optimizer, OneCycle policy, TrainingGolden golden, Tensor images)
    {
        var losses = new double[golden.Loss.Length];
        var norms = new double[golden.Loss.Length];
        var norm = new GradientNorm(net.NamedParameters());
        for (int step = 0; step < losses.Length; step++)
        {
            using var scope = TensorScope.Open();
            ParameterGroup group = optimizer.Groups[0];
            (group.LearningRate, group.Momentum) = (policy.LearningRate.At(step), policy.Momentum!.At(step));
            Assert.That(group.LearningRate, Is.EqualTo(golden.Lr[step]).Within(1e-10 * golden.Lr[step]));
            int start = step % 3 * BatchSize;
            Tensor labels = Tensor.From(backend, golden.Y[start..(start + BatchSize)], [BatchSize]);
            Tensor loss = net.Forward(images.Slice(0, start, BatchSize)).CrossEntropy(labels);
            loss.Backward();
            (losses[step], norms[step]) = (loss.Item(), norm.Measure());
            optimizer.Step();
            optimizer.ZeroGrad();
        }
        return (losses, norms);
    }

    private void Close(double[] expected, double[] actual, string what) =>
        Comparison.Close(expected, actual, i => tolerance * Math.Max(1, Math.Abs(expected[i])), what);
}
