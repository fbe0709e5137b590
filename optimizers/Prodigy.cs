using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Prodigy (Mishchenko and Defazio 2023, arXiv:2306.06101), as its authors' code has it: AdamW whose rate is lr * d, with d an estimate of the distance to a
/// solution that only grows. With x0 the first weights, b3 = sqrt(b2) and d0 the first estimate, per step
/// r = b3 r + (d / d0) d lr sum g (x0 - x), s = b3 s + (d / d0) d lr g, m = b1 m + (1 - b1) d g, v = b2 v + (1 - b2) d² g², d = max(d, r / sum |s|);
/// x = (1 - lr d decay) x - lr d m / (sqrt(v) + d epsilon), with the d before but for that of epsilon. Leave the rates at 1 and give them a schedule, if any. A group's momentum is b1.
/// </summary>
public sealed class Prodigy : RateFreeOptimizer
{
    private readonly ProdigyOptions options;

    /// <summary>Prodigy over the given groups.</summary>
    public Prodigy(IReadOnlyList<ParameterGroup> groups, ProdigyOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq", "s", "distance"], (options ?? new()).FirstDistance) =>
        (this.options, Description) = (options ?? new(), $"Prodigy: {options ?? new()}");

    /// <inheritdoc/>
    public override string Description { get; }

    private double Beta3 => Math.Sqrt(options.Beta2);

    // The d with which the present step moves: that of before its own estimate.
    private double Used => State.Number("d_used", options.FirstDistance);

    /// <inheritdoc/>
    protected override Tensor Progress(ParameterGroup group, NamedParameter parameter) =>
        parameter.Value.Grad! * State.Slots(parameter)[3] * -(Sign * Distance / options.FirstDistance * Distance * group.LearningRate);

    /// <inheritdoc/>
    protected override void Follow(ParameterGroup group, IReadOnlyList<NamedParameter> parameters, DeviceBuffer? gate)
    {
        double d = Distance;
        Span<double> c = [Sign * d, group.Momentum, options.Beta2, Beta3, Sign * d / options.FirstDistance * d * group.LearningRate];
        parameters[0].Value.Backend.Update<ProdigyFollowRule>(
            c, [.. parameters.Select(parameter => new UpdateTarget(Slot(parameter, 2), parameter.Value.Grad!.Buffer, Slot(parameter, 0), Slot(parameter, 1), null))], gate);
    }

    /// <inheritdoc/>
    protected override Tensor Travel(NamedParameter parameter) => State.Slots(parameter)[2];

    /// <inheritdoc/>
    protected override void Estimate(double numerator, double denominator)
    {
        State.Numbers["d_used"] = Distance;
        double sum = State.Numbers["numerator"] = Beta3 * State.Number("numerator", 0) + numerator;
        State.Numbers["d"] = denominator > 0 ? Math.Max(Distance, options.Coefficient * sum / denominator) : Distance;
    }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        double rate = group.LearningRate * Used;
        Span<double> c = [rate, 1 - rate * group.WeightDecay, Distance * options.Epsilon];
        // The first moment stands in the place of the gradient.
        moving[0].Value.Backend.Update<ProdigyMoveRule>(
            c, [.. moving.Select(parameter => new UpdateTarget(parameter.Value.Buffer, Slot(parameter, 0), Slot(parameter, 1), Slot(parameter, 3), null))], gate);
    }

    private double Sign => options.Maximize ? -1 : 1;
}
