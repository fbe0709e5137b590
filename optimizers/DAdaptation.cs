using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// D-Adaptation (Defazio and Mishchenko 2023, arXiv:2301.07733) in the form of Adam, as its authors' code has it: AdamW whose rate is lr * d. With b3 = sqrt(b2)
/// and l = d lr, per step r = b3 r + (1 - b3) l sum g s / (sqrt(v) + epsilon) over the old s and v, m = b1 m + (1 - b1) l g, v = b2 v + (1 - b2) g²,
/// s = b3 s + (1 - b3) l g, d = max(d, r / ((1 - b3) sum |s|)); x = (1 - l decay) x - m / (sqrt(v) + epsilon). Leave the rates at 1 and give them a schedule, if
/// any. A group's momentum is b1.
/// </summary>
public sealed class DAdaptation : RateFreeOptimizer
{
    private readonly DAdaptationOptions options;

    /// <summary>D-Adaptation over the given groups.</summary>
    public DAdaptation(IReadOnlyList<ParameterGroup> groups, DAdaptationOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq", "s"], (options ?? new()).FirstDistance) =>
        (this.options, Description) = (options ?? new(), $"D-Adaptation: {options ?? new()}");

    /// <inheritdoc/>
    public override string Description { get; }

    private double Beta3 => Math.Sqrt(options.Beta2);

    private double Used => State.Number("d_used", options.FirstDistance);

    private double Sign => options.Maximize ? -1 : 1;

    /// <inheritdoc/>
    protected override Tensor Progress(ParameterGroup group, NamedParameter parameter)
    {
        IReadOnlyList<Tensor> slots = State.Slots(parameter);
        return parameter.Value.Grad! * slots[2] / (slots[1].Sqrt() + options.Epsilon) * (Sign * Distance * group.LearningRate);
    }

    /// <inheritdoc/>
    protected override void Follow(ParameterGroup group, IReadOnlyList<NamedParameter> parameters, DeviceBuffer? gate)
    {
        Span<double> c = [Sign * Distance * group.LearningRate, group.Momentum, options.Beta2, Beta3];
        parameters[0].Value.Backend.Update<DAdaptationFollowRule>(
            c, [.. parameters.Select(parameter => new UpdateTarget(Slot(parameter, 2), parameter.Value.Grad!.Buffer, Slot(parameter, 0), Slot(parameter, 1), null))], gate);
    }

    /// <inheritdoc/>
    protected override Tensor Travel(NamedParameter parameter) => State.Slots(parameter)[2];

    /// <inheritdoc/>
    protected override void Estimate(double numerator, double denominator)
    {
        State.Numbers["d_used"] = Distance;
        double sum = State.Numbers["numerator"] = Beta3 * State.Number("numerator", 0) + (1 - Beta3) * numerator;
        State.Numbers["d"] = denominator > 0 ? Math.Max(Distance, sum / ((1 - Beta3) * denominator)) : Distance;
    }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        Span<double> c = [1 - group.LearningRate * Used * group.WeightDecay, options.Epsilon];
        // The first moment, which holds the rate, stands in the place of the gradient.
        moving[0].Value.Backend.Update<DAdaptationMoveRule>(
            c, [.. moving.Select(parameter => new UpdateTarget(parameter.Value.Buffer, Slot(parameter, 0), Slot(parameter, 1), null, null))], gate);
    }
}
