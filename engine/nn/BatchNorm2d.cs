using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// Batch normalization of each channel (Ioffe and Szegedy 2015): by the batch's own statistics in training, by running ones in evaluation.
/// The running statistics follow as r = (1 - momentum) r + momentum s, s the batch's mean or its unbiased variance (PyTorch's convention).
/// </summary>
public sealed class BatchNorm2d : Module
{
    private readonly double epsilon;

    /// <summary>A layer with gamma 1, beta 0, running mean 0 and running variance 1.</summary>
    public BatchNorm2d(ParameterFactory make, int channels, double epsilon = 1e-5, double momentum = 0.1)
    {
        (this.epsilon, Momentum) = (epsilon, momentum);
        Gamma = Add("weight", make.Create([channels], Initializer.Ones, isScaleOrShift: true));
        Beta = Add("bias", make.Create([channels], Initializer.Zeros, isScaleOrShift: true));
        RunningMean = AddBuffer("running_mean", Tensor.Zeros(make.Backend, [channels], make.Type));
        RunningVariance = AddBuffer("running_var", Tensor.Ones(make.Backend, [channels], make.Type));
    }

    /// <summary>The share of a batch in the running statistics.</summary>
    public double Momentum { get; set; }

    /// <summary>The scale (C).</summary>
    public Parameter Gamma { get; }

    /// <summary>The shift (C).</summary>
    public Parameter Beta { get; }

    /// <summary>The running mean (C).</summary>
    public Tensor RunningMean { get; }

    /// <summary>The running variance (C), unbiased.</summary>
    public Tensor RunningVariance { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Normalize(x, null, new Identity(), new Identity().StatedSlope());

    /// <summary>relu(normalized x + residual) in one pass.</summary>
    public Tensor ForwardRelu(Tensor x, Tensor? residual = null) => Normalize(x, residual, new Relu(), new Relu().StatedSlope());

    private Tensor Normalize<O, D>(Tensor x, Tensor? residual, O activation, D slope) where O : struct, IUnary where D : struct, IUnary
    {
        if (!IsTraining) return x.BatchNorm((RunningMean, RunningVariance), frozen: true, (Gamma, Beta), residual, epsilon, activation, slope);
        (Tensor mean, Tensor variance) = x.ChannelMoments();
        double rows = (double)x.Length / x.Shape[-1];
        if (rows < 2) throw new ShapeException("batch_norm", $"{x.Shape} has one value a channel, whose variance is undefined", "Train with more values a channel, or evaluate");
        Follow(RunningMean, mean, 1);
        Follow(RunningVariance, variance, rows / (rows - 1));
        return x.BatchNorm((mean, variance), frozen: false, (Gamma, Beta), residual, epsilon, activation, slope);
    }

    private void Follow(Tensor running, Tensor sample, double correction) =>
        running.Backend.Binary(
            new MovingAverage(Momentum, correction), LoopNest.Broadcast(running.Shape, running.Shape, running.Shape), running.Buffer, sample.Buffer, running.Buffer);
}
