using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// LARS (You, Gitman and Ginsburg 2017, arXiv:1708.03888), for large batches: SGD with momentum whose rate is, for each tensor,
/// lr * trust * |w| / (|g| + decay * |w|), and lr where a norm is 0. The rate stands inside the velocity:
/// v = momentum * v + rate * (g + decay * w); w = w - v.
/// </summary>
public sealed class Lars : LayerwiseOptimizer
{
    private readonly LarsOptions options;

    /// <summary>LARS over the given groups.</summary>
    public Lars(IReadOnlyList<ParameterGroup> groups, LarsOptions? options = null)
        : base(groups, ["momentum_buffer"]) => (this.options, Description) = (options ?? new(), $"LARS: {options ?? new()}");

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    protected override DeviceBuffer Direction(NamedParameter parameter) => parameter.Value.Grad!.Buffer;

    /// <inheritdoc/>
    protected override double Ratio(ParameterGroup group, double weights, double direction) =>
        weights > 0 && direction > 0 ? options.Trust * weights / (direction + group.WeightDecay * weights) : 1;

    /// <inheritdoc/>
    protected override void Move(ParameterGroup group, NamedParameter parameter, double ratio, DeviceBuffer? gate)
    {
        Span<double> c = stackalloc double[Coefficients<Lane64>.Max];
        options.Coefficients(group, group.Steps, c);
        LarsOptions.ScaleRate(ratio, c);
        Tensor weights = parameter.Value;
        weights.Backend.Update<MomentumRule>(c, [new UpdateTarget(weights.Buffer, weights.Grad!.Buffer, State.Slots(parameter)[0].Buffer, null, null)], gate);
    }
}
