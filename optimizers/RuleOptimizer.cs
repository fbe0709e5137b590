using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// An optimizer whose whole step is an update rule: one fused pass over weights, gradients and state of all parameters of a group.
/// Derive from it, or give it a function of the group and of the number of the step (1, 2, ...) that fills in the rule's coefficients.
/// </summary>
public class RuleOptimizer<R> : Optimizer where R : struct, IUpdateRule
{
    private readonly CoefficientRule coefficients;
    private UpdateTarget[] targets = [];

    /// <summary>An optimizer of the given groups.</summary>
    /// <param name="groups">What is optimized.</param>
    /// <param name="slots">The rule's slots: names, or names with what they start from.</param>
    /// <param name="description">The settings, for the record of a run.</param>
    /// <param name="coefficients">Computes the rule's coefficients.</param>
    /// <exception cref="ArgumentException">There is not one name a slot.</exception>
    public RuleOptimizer(IReadOnlyList<ParameterGroup> groups, IReadOnlyList<StateSlot> slots, string description, CoefficientRule coefficients)
        : base(groups, slots)
    {
        if (slots.Count != R.Slots) throw new ArgumentException($"{typeof(R).Name} has {R.Slots} slots, but {slots.Count} names were given.", nameof(slots));
        (Description, this.coefficients) = (description, coefficients);
    }

    /// <summary>An optimizer whose coefficients follow from its options.</summary>
    protected RuleOptimizer(IReadOnlyList<ParameterGroup> groups, IReadOnlyList<StateSlot> slots, string name, OptimizerOptions options)
        : this(groups, slots, $"{name}: {options}", options.Coefficients)
    {
    }

    /// <inheritdoc/>
    public override string Description { get; }

    /// <inheritdoc/>
    protected internal override void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate)
    {
        if (targets.Length < moving.Length) targets = new UpdateTarget[moving.Length];
        for (int i = 0; i < moving.Length; i++)
        {
            Tensor[] slots = State.Array(moving[i]);
            targets[i] = new UpdateTarget(moving[i].Value.Buffer, moving[i].Value.Grad!.Buffer, BufferOf(slots, 0), BufferOf(slots, 1), BufferOf(slots, 2));
        }
        Span<double> values = stackalloc double[Coefficients<Lane64>.Max];
        values.Clear();
        coefficients(group, group.Steps, values);
        moving[0].Value.Backend.Update<R>(values, targets.AsSpan(0, moving.Length), gate);
    }

    private static DeviceBuffer? BufferOf(Tensor[] slots, int index) => index < R.Slots ? slots[index].Buffer : null;
}
