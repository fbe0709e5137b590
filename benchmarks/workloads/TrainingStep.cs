using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Benchmarks;

/// <summary>A whole step of training on one random batch that stays: forward, loss, backward, SGD with momentum and weight decay.</summary>
public sealed class TrainingStep
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    private readonly Backend backend;
    private readonly Module model;
    private readonly Optimizer optimizer;
    private readonly Tensor inputs, labels;
    private Recording? gradients;
    private bool isWarm;

    /// <summary>A step over a model whose logits are as many as there are classes.</summary>
    /// <param name="backend">Where the model lives.</param>
    /// <param name="model">The model.</param>
    /// <param name="input">The shape of the batch; its first extent counts the examples.</param>
    /// <param name="rate">The learning rate.</param>
    public TrainingStep(Backend backend, Module model, Shape input, double rate)
    {
        (this.backend, this.model) = (backend, model);
        ParameterGroup[] groups = ParameterGroup.All(model, weightDecay: 5e-4);
        groups[0].LearningRate = rate;
        optimizer = new Sgd(groups);
        inputs = Tensor.Random(backend, input, RandomDistribution.Normal, new RandomStream(Seed: 0));
        labels = Tensor.From(backend, [.. Enumerable.Range(0, input[0]).Select(i => i % Classes)], [input[0]]);
    }

    /// <summary>Does the step, or queues it where the backend queues; the loss is not read. As in training the gradients are recorded where the backend can.</summary>
    public void Run()
    {
        if (gradients is not null) gradients.Replay();
        else if (isWarm) gradients = backend.Record(Backward);
        else Backward();
        isWarm = true;
        optimizer.Step();
    }

    private void Backward()
    {
        using var scope = TensorScope.Open();
        optimizer.ZeroGrad();
        model.Forward(inputs).CrossEntropy(labels).Backward();
    }
}
