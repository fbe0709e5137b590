using BenchmarkDotNet.Attributes;
using Catapult.Engine;

namespace Catapult.Benchmarks;

/// <summary>A whole step of training on one batch that stays: forward, loss, backward, SGD with momentum. MNIST images for mlp and lenet, else CIFAR.</summary>
public class TrainStepBenchmarks : Suite
{
    private TrainingStep step = null!;

    /// <summary>A name of <see cref="Models"/>.</summary>
    [Params("mlp", "lenet", "resnet8", "resnet20")]
    public string Model { get; set; } = "mlp";

    /// <summary>Images a step.</summary>
    public int Batch => Model == "mlp" ? 256 : 128;

    private (int Height, int Width, int Channels) Image => Model is "mlp" or "lenet" ? (28, 28, 1) : (32, 32, 3);

    /// <summary>The step.</summary>
    [Benchmark, Throughput("images", nameof(Batch))]
    public void Step() => step.Run();

    /// <inheritdoc/>
    protected override void Prepare()
    {
        Module model = Models.Create(Model, new ParameterFactory(Backend), Image, TrainingStep.Classes);
        step = new TrainingStep(Backend, model, [Batch, Image.Height, Image.Width, Image.Channels], rate: 0.01);
    }
}
