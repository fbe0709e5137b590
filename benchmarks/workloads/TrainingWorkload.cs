using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Benchmarks;

/// <summary>A <see cref="TrainingStep"/> of a model.</summary>
public abstract record TrainingWorkload : Workload
{
    private const double LearningRate = 0.1;

    /// <inheritdoc/>
    public override string Unit => "images/s";

    /// <inheritdoc/>
    public override double Work => Input[0];

    /// <summary>Three products a layer, forward and the gradients by input and by weights; the first layer's input needs no gradient.</summary>
    public override double? Flops => 2.0 * Input[0] * (3 * Layers.Sum() - Layers.First());

    /// <summary>The shape of the batch.</summary>
    protected abstract Shape Input { get; }

    /// <summary>Multiply-adds of each layer in order, forward, for one image.</summary>
    protected abstract IEnumerable<long> Layers { get; }

    /// <inheritdoc/>
    public override Action Prepare(Backend backend)
    {
        var step = new TrainingStep(backend, Model(new ParameterFactory(backend)), Input, LearningRate);
        return step.Run;
    }

    /// <summary>A new model.</summary>
    protected abstract Module Model(ParameterFactory make);
}
