using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// LAMB (You et al. 2020, arXiv:1904.00962), for large batches: Adam's direction with its decay, u, taken at a length that fits the tensor:
/// w = w - lr * ratio * u, where ratio = |w| / |u|, at most <see cref="LambOptions.LargestRatio"/>, and 1 where a norm is 0. A group's momentum is the first beta.
/// </summary>
public sealed class Lamb : LayerwiseOptimizer
{
    private readonly LambOptions options;

    /// <summary>LAMB over the given groups.</summary>
    public Lamb(IReadOnlyList<ParameterGroup> groups, LambOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_sq", "update"]) => (this.options, Description) = (options ?? new(), $"LAMB: {options ?? new()}");

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    protected override void Prepare(ParameterGroup group, IReadOnlyList<NamedParameter> parameters, DeviceBuffer? gate)
    {
        Span<double> c = stackalloc double[Coefficients<Lane64>.Max];
        options.Coefficients(group, group.Steps, c);
        UpdateTarget[] targets = [.. parameters.Select(parameter => new UpdateTarget(
            parameter.Value.Buffer, parameter.Value.Grad!.Buffer, Slot(parameter, 0), Slot(parameter, 1), Slot(parameter, 2)))];
        parameters[0].Value.Backend.Update<LambDirectionRule>(c, targets, gate);
    }

    /// <inheritdoc/>
    protected override DeviceBuffer Direction(NamedParameter parameter) => Slot(parameter, 2);

    /// <inheritdoc/>
    protected override double Ratio(ParameterGroup group, double weights, double direction) =>
        weights > 0 && direction > 0 ? Math.Min(weights / direction, options.LargestRatio) : 1;

    /// <inheritdoc/>
    protected override void Move(ParameterGroup group, NamedParameter parameter, double ratio, DeviceBuffer? gate) =>
        parameter.Value.Backend.Update<StrideRule>([group.LearningRate * ratio, 1], [new UpdateTarget(parameter.Value.Buffer, Slot(parameter, 2), null, null, null)], gate);
}
