using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Adan (Xie et al. 2022, arXiv:2208.06677): Nesterov momentum in the form of a moving average of the gradient's change. With g the gradient and p the last one
/// (the first step has g = p): m = b1 m + (1 - b1) g; v = b2 v + (1 - b2)(g - p); n = b3 n + (1 - b3)(g + b2 (g - p))²;
/// w = (w - lr (m / (1 - b1^t) + b2 v / (1 - b2^t)) / (sqrt(n / (1 - b3^t)) + epsilon)) / (1 + lr decay). The betas are one less the paper's, as its code has
/// them. A group's momentum is the first beta.
/// </summary>
public sealed class Adan : Optimizer
{
    private readonly AdanOptions options;

    /// <summary>Adan over the given groups.</summary>
    public Adan(IReadOnlyList<ParameterGroup> groups, AdanOptions? options = null)
        : base(groups, ["exp_avg", "exp_avg_diff", "exp_avg_sq", "previous_grad"]) => (this.options, Description) = (options ?? new(), $"Adan: {options ?? new()}");

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        Span<double> c = stackalloc double[Coefficients<Lane64>.Max];
        options.Coefficients(group, group.Steps, c);
        Backend backend = moving[0].Value.Backend;
        // The last gradient is the fourth value that a weight keeps, one more than a rule may have: so the change is followed first, by itself.
        backend.Update<AdanChangeRule>(c, [.. moving.Select(parameter => Target(parameter, Slot(parameter, 3), parameter.Value.Grad!.Buffer))], gate);
        backend.Update<AdanRule>(c, [.. moving.Select(parameter => Target(parameter, parameter.Value.Buffer, parameter.Value.Grad!.Buffer))], gate);
    }

    private UpdateTarget Target(NamedParameter parameter, DeviceBuffer weights, DeviceBuffer gradients) =>
        new(weights, gradients, Slot(parameter, 0), Slot(parameter, 1), Slot(parameter, 2));
}
