using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Muon (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon): momentum whose direction is made nearly orthogonal, so that it moves all directions of a
/// matrix alike. B = b B + (1 - b) g, u = b B + (1 - b) g; w = (1 - lr decay) w - lr sqrt(max(1, rows / columns)) O(u), O being <see cref="NewtonSchulz"/>, with
/// the weights of a convolution as a matrix of (O, KH KW I). Biases and the parameters of normalizations take AdamW's step at a share of the rate. Leave the last
/// layer, and embeddings, to a group of <see cref="Vectors"/>, as its authors advise. A group's momentum is b, 0.95 with them.
/// </summary>
public sealed class Muon : Optimizer
{
    private readonly MuonOptions options;
    private readonly AdamOptions adam;

    /// <summary>Muon over the given groups.</summary>
    public Muon(IReadOnlyList<ParameterGroup> groups, MuonOptions? options = null) : base(groups, ["momentum_buffer", "exp_avg_sq"])
    {
        (this.options, Description) = (options ?? new(), $"Muon: {options ?? new()}");
        adam = new(this.options.Beta2, Decay: WeightDecayMode.Decoupled, Maximize: this.options.Maximize);
    }

    /// <summary>The name of a group all of whose parameters take AdamW's step.</summary>
    public const string Vectors = "vectors";

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        foreach (NamedParameter parameter in moving.Where(parameter => IsMatrix(group, parameter))) MoveMatrix(group, parameter, gate);
        UpdateTarget[] vectors = [.. moving.Where(parameter => !IsMatrix(group, parameter)).Select(parameter => new UpdateTarget(
            parameter.Value.Buffer, parameter.Value.Grad!.Buffer, Slot(parameter, 0), Slot(parameter, 1), null))];
        if (vectors.Length > 0) moving[0].Value.Backend.Update<AdamRule>(AdamCoefficients(group), vectors, gate);
    }

    private static bool IsMatrix(ParameterGroup group, NamedParameter parameter) =>
        group.Name != Vectors && !parameter.Parameter.IsScaleOrShift && parameter.Value.Shape.Rank >= 2;

    private void MoveMatrix(ParameterGroup group, NamedParameter parameter, DeviceBuffer? gate)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        Tensor weights = parameter.Value;
        int rows = weights.Shape[0], columns = weights.Length / rows;
        Tensor direction = Tensor.Zeros(weights.Backend, [rows, columns], weights.Type);
        weights.Backend.Update<NesterovAverageRule>(
            [options.Maximize ? -1 : 1, group.Momentum], [new UpdateTarget(direction.Buffer, weights.Grad!.Buffer, Slot(parameter, 0), null, null)], gate);
        Tensor orthogonal = NewtonSchulz.Orthogonalize(direction, options.Iterations);
        double rate = group.LearningRate * Math.Sqrt(Math.Max(1, (double)rows / columns));
        weights.Backend.Update<StrideRule>(
            [rate, 1 - group.LearningRate * group.WeightDecay], [new UpdateTarget(weights.Buffer, orthogonal.Buffer, null, null, null)], gate);
    }

    private double[] AdamCoefficients(ParameterGroup group)
    {
        var own = new ParameterGroup(group.Name, []) { LearningRate = options.VectorRate * group.LearningRate, Momentum = options.Beta1, WeightDecay = group.WeightDecay };
        var c = new double[Coefficients<Lane64>.Max];
        adam.Coefficients(own, group.Steps, c);
        return c;
    }
}
