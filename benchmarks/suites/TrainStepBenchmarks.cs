using BenchmarkDotNet.Attributes;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Benchmarks;

/// <summary>A whole step of training on one batch that stays: forward, loss, backward, SGD with momentum. MNIST images for mlp and lenet, else CIFAR.</summary>
public class TrainStepBenchmarks : Suite
{
    private const int Classes = 10;

    private Module model = null!;
    private Optimizer optimizer = null!;
    private Tensor images = null!, labels = null!;

    /// <summary>A name of <see cref="Models"/>.</summary>
    [Params("mlp", "lenet", "resnet8", "resnet20")]
    public string Model { get; set; } = "mlp";

    /// <summary>Images a step.</summary>
    public int Batch => Model == "mlp" ? 256 : 128;

    private (int Height, int Width, int Channels) Image => Model is "mlp" or "lenet" ? (28, 28, 1) : (32, 32, 3);

    /// <summary>The step; returns the loss.</summary>
    [Benchmark, Throughput("images", nameof(Batch))]
    public double Step()
    {
        using var scope = TensorScope.Open();
        optimizer.ZeroGrad();
        Tensor loss = model.Forward(images).CrossEntropy(labels);
        loss.Backward();
        optimizer.Step();
        return loss.Item();
    }

    /// <inheritdoc/>
    protected override void Prepare()
    {
        model = Models.Create(Model, new ParameterFactory(Backend), Image, Classes);
        ParameterGroup[] groups = ParameterGroup.All(model, weightDecay: 5e-4);
        groups[0].LearningRate = 0.01;
        optimizer = new Sgd(groups);
        images = Tensor.Random(Backend, [Batch, Image.Height, Image.Width, Image.Channels], RandomDistribution.Normal, new RandomStream(Seed: 0));
        labels = Tensor.From(Backend, [.. Enumerable.Range(0, Batch).Select(i => i % Classes)], [Batch]);
    }
}
