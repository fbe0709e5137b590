using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Catapult.Lab;

/// <summary>One parameter from before a step to after it, through an even sample of its weights that is brought to the host.</summary>
internal sealed class LayerLook
{
    // Weights of a tensor, of which a norm is within about 2 % for values of a bell's shape; weights whose rates are sorted; weights of a unit.
    private const int Most = 1 << 10, Sorted = 128, OfUnit = 16;

    // What optimizers call their momentum.
    private static readonly string[] MomentumSlots = ["momentum_buffer", "exp_avg", "momentum"];

    private readonly Optimizer optimizer;
    private readonly ParameterGroup group;
    private readonly NamedParameter parameter;
    private readonly int momentumSlot;
    private readonly LayerReading half;
    private readonly float[] gradient, before;

    /// <summary>Looks at a parameter that has a gradient.</summary>
    public LayerLook(Optimizer optimizer, ParameterGroup group, NamedParameter parameter, long step)
    {
        (this.optimizer, this.group, this.parameter) = (optimizer, group, parameter);
        momentumSlot = optimizer.State.SlotNames.ToList().FindIndex(MomentumSlots.Contains);
        using var scope = TensorScope.Open();
        (gradient, before) = (Sample(parameter.Value.Grad!), Sample(parameter.Value));
        half = new()
        {
            Step = step,
            Name = parameter.Name,
            GradientNorm = NormOf(gradient),
            WeightNorm = NormOf(before),
            MomentumCosine = Momentum is { } momentum ? Cosine(gradient, Sample(momentum)) : double.NaN,
            DeadUnits = DeadUnits(parameter.Value.Grad!),
        };
    }

    private Tensor? Momentum => momentumSlot >= 0 && optimizer.State.Parameters.Contains(parameter.Name) ? optimizer.State.Slots(parameter)[momentumSlot] : null;

    /// <summary>Completes the reading after the step.</summary>
    public LayerReading Close()
    {
        using var scope = TensorScope.Open();
        float[] change = Sample(parameter.Value);
        TensorPrimitives.Subtract(change, before, change);
        // The momentum that has taken the gradient in is what the weights went along.
        double[] rates = Rates(change, Momentum is { } momentum ? Sample(momentum) : gradient);
        double Quantile(double share) => rates.Length == 0 ? double.NaN : rates[(int)Math.Round(share * (rates.Length - 1))];
        return half with
        {
            UpdateNorm = NormOf(change),
            LowRate = Quantile(0.05),
            MedianRate = Quantile(0.5),
            HighRate = Quantile(0.95),
            Decay = optimizer.EffectiveRate(group) * group.WeightDecay,
        };
    }

    /// <summary>How far some weights went for their direction, in order.</summary>
    private static double[] Rates(float[] change, float[] direction)
    {
        int stride = Math.Max(1, change.Length / Sorted);
        var rates = new List<double>(Sorted + 1);
        for (int i = 0; i < change.Length; i += stride)
            if (direction[i] != 0) rates.Add(Math.Abs((double)change[i] / direction[i]));
        rates.Sort();
        return [.. rates];
    }

    /// <summary>The norm of the whole parameter, from a sample of it.</summary>
    private double NormOf(float[] sample) => TensorPrimitives.Norm<float>(sample) * Math.Sqrt((double)parameter.Value.Length / sample.Length);

    private static float[] Sample(Tensor tensor)
    {
        Tensor flat = tensor.Reshape(tensor.Length);
        return OnHost(tensor.Length <= Most ? flat : Every(flat, 0, tensor.Length / Most, tensor.Shape));
    }

    /// <summary>Elements at even distances of at least some length, which no extent shares a factor with, so that no row or column is left out.</summary>
    private static Tensor Every(Tensor tensor, int axis, int least, Shape extents)
    {
        int stride = Math.Max(1, least);
        while (stride > 1 && extents.Any(extent => (int)System.Numerics.BigInteger.GreatestCommonDivisor(stride, extent) > 1)) stride++;
        return tensor.Slice(axis, 0, (tensor.Shape[axis] + stride - 1) / stride, stride);
    }

    private static float[] OnHost(Tensor tensor) => tensor.To(DType.Float32).ToArray<float>();

    private static double Cosine(float[] a, float[] b)
    {
        double lengths = (double)TensorPrimitives.Norm<float>(a) * TensorPrimitives.Norm<float>(b);
        return lengths > 0 ? TensorPrimitives.Dot<float>(a, b) / lengths : double.NaN;
    }

    private static double DeadUnits(Tensor gradient)
    {
        if (gradient.Shape.Rank < 2) return double.NaN;
        int units = gradient.Shape[0], inputs = gradient.Length / units, dead = 0;
        float[] seen = OnHost(Every(gradient.Reshape(units, inputs), 1, inputs / OfUnit, [inputs]));
        int columns = seen.Length / units;
        for (int unit = 0; unit < units; unit++)
            if (seen.AsSpan(unit * columns, columns).IndexOfAnyExcept(0f) < 0) dead++;
        return (double)dead / units;
    }
}
