using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Catapult.Lab;

/// <summary>One parameter from before a step to after it.</summary>
internal sealed class LayerLook
{
    // Weights of a tensor that are looked at one by one, and weights of a unit.
    private const int Sample = 512, SampleOfUnit = 16;

    // What optimizers call their momentum.
    private static readonly string[] MomentumSlots = ["momentum_buffer", "exp_avg", "momentum"];

    private readonly Optimizer optimizer;
    private readonly ParameterGroup group;
    private readonly NamedParameter parameter;
    private readonly string? momentumSlot;
    private readonly LayerReading half;
    private readonly float[] gradient;
    private readonly Tensor before;

    /// <summary>Looks at a parameter that has a gradient, and keeps its values.</summary>
    public LayerLook(Optimizer optimizer, ParameterGroup group, NamedParameter parameter, long step)
    {
        (this.optimizer, this.group, this.parameter) = (optimizer, group, parameter);
        momentumSlot = optimizer.State.SlotNames.FirstOrDefault(MomentumSlots.Contains);
        using var scope = TensorScope.Open();
        Tensor weights = parameter.Value, slope = weights.Grad!;
        before = Tensor.Zeros(weights.Backend, weights.Shape, weights.Type).Keep();
        before.CopyFrom(weights);
        gradient = Spread(slope);
        half = new()
        {
            Step = step,
            Name = parameter.Name,
            GradientNorm = Norm(slope),
            WeightNorm = Norm(weights),
            MomentumCosine = Momentum is { } momentum ? Cosine(gradient, Spread(momentum)) : double.NaN,
            DeadUnits = DeadUnits(slope),
        };
    }

    private Tensor? Momentum => momentumSlot is not null && optimizer.State.Parameters.Contains(parameter.Name) ? optimizer.State[parameter.Name][momentumSlot] : null;

    /// <summary>Completes the reading after the step.</summary>
    public LayerReading Close()
    {
        using var scope = TensorScope.Open();
        Tensor change = parameter.Value - before;
        before.Dispose();
        // The momentum that has taken the gradient in is what the weights went along.
        float[] direction = Momentum is { } momentum ? Spread(momentum) : gradient;
        double[] rates = [.. Spread(change).Zip(direction, (moved, along) => Math.Abs((double)moved / along)).Where(double.IsFinite).Order()];
        double Quantile(double share) => rates.Length == 0 ? double.NaN : rates[(int)Math.Round(share * (rates.Length - 1))];
        return half with
        {
            UpdateNorm = Norm(change),
            LowRate = Quantile(0.05),
            MedianRate = Quantile(0.5),
            HighRate = Quantile(0.95),
            Decay = group.LearningRate * group.WeightDecay,
        };
    }

    private static double Norm(Tensor tensor)
    {
        Tensor sum = Tensor.Zeros(tensor.Backend, [1], DType.Float64);
        tensor.Backend.SumOfSquares([tensor.Buffer], sum.Buffer);
        return Math.Sqrt(sum.Item());
    }

    /// <summary>Elements at even distances.</summary>
    private static float[] Spread(Tensor tensor) => Every(tensor.Reshape(tensor.Length), 0, Sample).To(DType.Float32).ToArray<float>();

    private static Tensor Every(Tensor tensor, int axis, int most)
    {
        int stride = Math.Max(1, tensor.Shape[axis] / most);
        return tensor.Slice(axis, 0, (tensor.Shape[axis] + stride - 1) / stride, stride);
    }

    private static double Cosine(float[] a, float[] b)
    {
        double lengths = (double)TensorPrimitives.Norm<float>(a) * TensorPrimitives.Norm<float>(b);
        return lengths > 0 ? TensorPrimitives.Dot<float>(a, b) / lengths : double.NaN;
    }

    private static double DeadUnits(Tensor gradient)
    {
        if (gradient.Shape.Rank < 2) return double.NaN;
        int units = gradient.Shape[0];
        float[] seen = Every(gradient.Reshape(units, gradient.Length / units), 1, SampleOfUnit).To(DType.Float32).ToArray<float>();
        int columns = seen.Length / units;
        return Enumerable.Range(0, units).Count(unit => seen.AsSpan(unit * columns, columns).IndexOfAnyExcept(0f) < 0) / (double)units;
    }
}
